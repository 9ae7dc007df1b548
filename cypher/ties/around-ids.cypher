// Which ties start from or end on these entities?
UNWIND $ids AS id
MATCH (:Entity {id: id})-[tie]-(:Entity)
WITH DISTINCT tie
RETURN startNode(tie).id AS `from`, type(tie) AS relation, endNode(tie).id AS `to`, tie.key AS key, tie.role AS role,
  tie.from_date AS from_date, tie.to_date AS to_date, tie.strength AS strength, tie.source AS source,
  tie.created_in AS created_in, tie.revised_in AS revised_in
ORDER BY `from`, relation, `to`, key
