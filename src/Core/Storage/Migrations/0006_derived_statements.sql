-- A statement's page lists the statements that took its words.
create index competency_statements_derived on competency_statements (derived_from) where derived_from is not null;
