// An entity is found by its id at once. (Neo4j has this index from the constraint already.)
CREATE INDEX entity_by_id IF NOT EXISTS FOR (entity:Entity) ON (entity.id)
