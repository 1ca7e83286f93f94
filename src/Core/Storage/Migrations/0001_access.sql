create table audit_entries (
    id uuid not null primary key,
    "when" timestamptz not null,
    who text not null,
    door text not null,
    why text not null,
    action text not null,
    subject text not null,
    before text,
    after text
);
create index audit_entries_when on audit_entries ("when");
create index audit_entries_subject on audit_entries (subject);
