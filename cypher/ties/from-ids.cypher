// Which ties start from these entities?
UNWIND $ids AS id
MATCH (start:Entity {id: id})-[tie]->(end:Entity)
RETURN start.id AS `from`, type(tie) AS relation, end.id AS `to`, properties(tie) AS fields
ORDER BY `from`, relation, `to`, tie.key
