// New entities of one kind.
UNWIND $rows AS row
CREATE (entity:Entity:{{LABEL}})
SET entity = row.fields
RETURN count(entity) AS changed
