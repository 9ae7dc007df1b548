// Which themes, or territories, have these names?
MATCH (entity:{{LABEL}})
WHERE entity.name IN $names
RETURN entity.name AS name, min(entity.id) AS id
ORDER BY name
