// There is one journal.
CREATE CONSTRAINT journal_id IF NOT EXISTS FOR (journal:Journal) REQUIRE journal.id IS UNIQUE
