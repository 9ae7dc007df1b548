// New ties of one relation.
UNWIND $rows AS row
MATCH (start:Entity {id: row.from}), (end:Entity {id: row.to})
CREATE (start)-[tie:{{RELATION}}]->(end)
SET tie = row.fields
RETURN count(tie) AS changed
