// What was written, when, by whom, as which batch, and how much it touched.
CREATE (entry:Entry {
  revision: $revision, at: $at, by: $by, batch: $batch, label: $label, undoes: $undoes, counts: $counts, complete: $complete
})
