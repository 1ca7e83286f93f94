-- What a group on a worksheet is set beside, and how it stood on the days that somebody kept.
create table worksheet_targets (
    worksheet_id uuid not null primary key references competency_worksheets (id) on delete cascade,
    profile_id uuid not null references requirement_profiles (id),
    at timestamptz not null,
    who text not null
);

create table worksheet_points (
    worksheet_id uuid not null references competency_worksheets (id) on delete cascade,
    sequence integer not null,
    profile_id uuid not null references requirement_profiles (id),
    at timestamptz not null,
    who text not null,
    figures text not null,
    primary key (worksheet_id, sequence)
) without rowid;
