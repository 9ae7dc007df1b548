// What is known of these entities?
UNWIND $ids AS id
MATCH (entity:Entity {id: id})
RETURN entity.id AS id, labels(entity) AS labels, properties(entity) AS fields
ORDER BY id
