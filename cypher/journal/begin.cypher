// A store that was never written gets its journal, at revision 0, and a name of its own.
MERGE (journal:Journal {id: 'journal'})
ON CREATE SET journal.revision = 0, journal.store = $store
