create table requirement_profiles (
    id uuid not null primary key,
    kind text not null,
    status text not null,
    version_key integer not null references competency_versions (key),
    title text not null,
    note text,
    onet_soc text,
    worksheet_id uuid,
    employers integer,
    number integer not null,
    replaces_id uuid references requirement_profiles (id),
    owner_id uuid,
    organization_id uuid,
    items integer not null,
    revision integer not null,
    employer text,
    job_title text,
    place text,
    pay_from bigint,
    pay_to bigint,
    pay_per text,
    openings integer,
    closes_on date,
    made_at timestamptz not null,
    made_by text not null,
    changed_at timestamptz not null,
    published_at timestamptz
);
create index requirement_profiles_status on requirement_profiles (status);

create table requirement_items (
    profile_id uuid not null references requirement_profiles (id),
    statement_id uuid not null,
    importance integer,
    level integer not null,
    employers integer,
    primary key (profile_id, statement_id)
) without rowid;
