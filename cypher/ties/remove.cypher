// Ties that go.
UNWIND $rows AS row
MATCH (:Entity {id: row.from})-[tie:{{RELATION}} {key: row.key}]->(:Entity {id: row.to})
DELETE tie
RETURN count(row.key) AS changed
