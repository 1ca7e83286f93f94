-- A worksheet over a version that is kept here and filled in by several people.
create table competency_worksheets (
    id uuid not null primary key,
    kind text not null,
    version_key integer not null references competency_versions (key),
    parts text not null,
    title text not null,
    note text,
    owner_id uuid,
    organization_id uuid,
    state text not null,
    revision integer not null,
    made_at timestamptz not null,
    made_by text not null,
    changed_at timestamptz not null,
    changed_by text not null
);
create index competency_worksheets_owner on competency_worksheets (owner_id);
create index competency_worksheets_organization on competency_worksheets (organization_id);

-- A course, a credential, an employer, a person: what stands over a column. A number is never given twice within a worksheet.
create table worksheet_columns (
    worksheet_id uuid not null references competency_worksheets (id),
    number integer not null,
    position integer not null,
    title text not null,
    details text not null,
    revision integer not null,
    is_removed boolean not null,
    primary key (worksheet_id, number)
) without rowid;

-- A cell that was emptied stays, without a value: its revision tells others that it was changed.
create table worksheet_cells (
    worksheet_id uuid not null references competency_worksheets (id),
    column_number integer not null,
    measure text not null,
    statement_id uuid not null,
    value integer,
    revision integer not null,
    at timestamptz not null,
    who text not null,
    primary key (worksheet_id, column_number, measure, statement_id)
) without rowid;

-- Who fills in without an account is known by a link alone, of which only the hash is kept.
create table worksheet_links (
    id uuid not null primary key,
    worksheet_id uuid not null references competency_worksheets (id),
    number integer not null,
    column_number integer,
    token_hash text not null unique,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    last_used_at timestamptz,
    is_closed boolean not null,
    unique (worksheet_id, number)
);

-- What was done, and the figures before and after it: progress over time is drawn from them.
create table worksheet_history (
    worksheet_id uuid not null references competency_worksheets (id),
    sequence integer not null,
    began_at timestamptz not null,
    at timestamptz not null,
    who text not null,
    act text not null,
    cells integer not null,
    before text not null,
    after text not null,
    primary key (worksheet_id, sequence)
) without rowid;
