// Which entities are there?
MATCH (entity:Entity)
RETURN entity.id AS id
ORDER BY id
