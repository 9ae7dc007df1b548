// What moved on these entities; a null takes a field away.
UNWIND $rows AS row
MATCH (entity:Entity {id: row.id})
SET entity += row.fields
RETURN count(entity) AS changed
