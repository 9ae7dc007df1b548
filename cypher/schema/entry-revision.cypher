// No two entries of the journal share a revision.
CREATE CONSTRAINT entry_revision IF NOT EXISTS FOR (entry:Entry) REQUIRE entry.revision IS UNIQUE
