// What did an entry change?
MATCH (part:EntryPart)
WHERE part.revision = $revision
RETURN part.changes AS changes
ORDER BY part.part
