// Entities that go; their ties have gone before.
UNWIND $rows AS row
MATCH (entity:Entity {id: row.id})
DELETE entity
RETURN count(row.id) AS changed
