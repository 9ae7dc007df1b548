// Which store is this, and at which revision?
MATCH (journal:Journal {id: 'journal'})
RETURN journal.revision AS revision, journal.store AS store
