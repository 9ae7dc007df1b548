// A part of what an entry changed, before and after, packed.
CREATE (part:EntryPart {revision: $revision, part: $part, changes: $changes})
