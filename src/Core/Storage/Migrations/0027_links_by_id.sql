-- The same link in two versions is found by its identifier.
create index competency_alignments_id on competency_alignments (id, version_key);
