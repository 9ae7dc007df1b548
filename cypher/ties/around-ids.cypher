// Which ties start from or end on these entities?
UNWIND $ids AS id
MATCH (:Entity {id: id})-[tie]-(:Entity)
WITH DISTINCT tie
RETURN startNode(tie).id AS `from`, type(tie) AS relation, endNode(tie).id AS `to`, properties(tie) AS fields
ORDER BY `from`, relation, `to`, tie.key
