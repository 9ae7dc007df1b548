// The next revision; writers wait here for each other.
MATCH (journal:Journal {id: 'journal'})
SET journal.revision = journal.revision + 1
RETURN journal.revision AS revision
