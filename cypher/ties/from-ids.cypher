// Which ties start from these entities? In no order: whoever needs one has more ties than these to put in it.
UNWIND $ids AS id
MATCH (start:Entity {id: id})-[tie]->(end:Entity)
RETURN start.id AS `from`, type(tie) AS relation, end.id AS `to`, tie.key AS key, tie.role AS role, tie.from_date AS from_date,
  tie.to_date AS to_date, tie.strength AS strength, tie.source AS source, tie.created_in AS created_in, tie.revised_in AS revised_in
