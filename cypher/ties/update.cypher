// What moved on these ties; a null takes a value away.
UNWIND $rows AS row
MATCH (:Entity {id: row.from})-[tie:{{RELATION}} {key: row.key}]->(:Entity {id: row.to})
SET tie += row.fields
RETURN count(tie) AS changed
