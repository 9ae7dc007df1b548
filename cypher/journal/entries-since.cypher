// What was written after a revision?
MATCH (entry:Entry)
WHERE entry.revision > $since
RETURN entry.revision AS revision, entry.at AS at, entry.by AS by, entry.batch AS batch, entry.label AS label,
  entry.undoes AS undoes, entry.counts AS counts, entry.complete AS complete
ORDER BY revision
