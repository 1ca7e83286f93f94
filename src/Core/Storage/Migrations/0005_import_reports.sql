-- One row for each attempt to load a framework, through whatever door, with everything that was found in the file.
create table import_reports (
    id uuid not null primary key,
    at timestamptz not null,
    who text not null,
    door text not null,
    file text not null,
    format text,
    outcome text not null,
    framework_slug text,
    report text not null
);
create index import_reports_at on import_reports (at);
create index uploads_uploaded_at on uploads (uploaded_at);
