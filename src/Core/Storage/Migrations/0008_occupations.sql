-- Every row belongs to a release, and keys begin with it, so that a release can be read and dropped whole. Rows stand in the order of
-- their key, so that all of one occupation is read at once.
create table occupations (
    release_key integer not null,
    code text not null,
    soc text not null,
    title text not null,
    description text not null,
    job_zone integer,
    job_zone_date text,
    job_zone_source text,
    has_ratings boolean not null,
    has_data boolean not null,
    primary key (release_key, code)
) without rowid;
create index occupations_soc on occupations (release_key, soc);

create table occupation_titles (
    release_key integer not null,
    code text not null,
    ordinal integer not null,
    kind text not null,
    text text not null,
    abbreviation text,
    sources text,
    is_shown boolean,
    primary key (release_key, code, ordinal)
) without rowid;

create table occupation_tasks (
    release_key integer not null,
    code text not null,
    task_id integer not null,
    text text not null,
    type text,
    incumbents integer,
    importance double precision,
    relevance double precision,
    date text,
    source text,
    primary key (release_key, code, task_id)
) without rowid;

create table occupation_task_ratings (
    release_key integer not null,
    code text not null,
    task_id integer not null,
    scale text not null,
    category integer not null,
    value double precision not null,
    raters integer,
    standard_error double precision,
    lower_bound double precision,
    upper_bound double precision,
    is_uncertain boolean,
    date text,
    source text,
    primary key (release_key, code, task_id, scale, category)
) without rowid;

create table occupation_technologies (
    release_key integer not null,
    code text not null,
    ordinal integer not null,
    kind text not null,
    example text not null,
    commodity_code text not null,
    commodity_title text not null,
    is_hot boolean not null,
    is_in_demand boolean not null,
    primary key (release_key, code, ordinal)
) without rowid;

create table occupation_related (
    release_key integer not null,
    code text not null,
    related_code text not null,
    tier text not null,
    rank integer not null,
    primary key (release_key, code, related_code)
) without rowid;

create table occupation_ratings (
    release_key integer not null,
    code text not null,
    element_id text not null,
    scale text not null,
    category integer not null,
    value double precision not null,
    raters integer,
    standard_error double precision,
    lower_bound double precision,
    upper_bound double precision,
    is_uncertain boolean,
    is_not_relevant boolean,
    date text,
    source text,
    primary key (release_key, code, element_id, scale, category)
) without rowid;

create table occupation_elements (
    release_key integer not null,
    id text not null,
    name text not null,
    description text not null,
    primary key (release_key, id)
) without rowid;

create table occupation_scales (
    release_key integer not null,
    id text not null,
    name text not null,
    lowest double precision not null,
    highest double precision not null,
    primary key (release_key, id)
) without rowid;

create table occupation_scale_points (
    release_key integer not null,
    element_id text not null,
    scale text not null,
    value integer not null,
    description text not null,
    is_category boolean not null,
    primary key (release_key, element_id, scale, value, is_category)
) without rowid;

create table occupation_job_zones (
    release_key integer not null,
    zone integer not null,
    name text not null,
    experience text not null,
    education text not null,
    training text not null,
    examples text not null,
    svp_range text not null,
    primary key (release_key, zone)
) without rowid;

create table occupation_activities (
    release_key integer not null,
    id text not null,
    title text not null,
    element_id text not null,
    group_id text not null,
    group_title text not null,
    primary key (release_key, id)
) without rowid;

create table occupation_task_activities (
    release_key integer not null,
    code text not null,
    task_id integer not null,
    activity_id text not null,
    date text,
    source text,
    primary key (release_key, code, task_id, activity_id)
) without rowid;

create table occupation_source_tables (
    release_key integer not null,
    name text not null,
    title text not null,
    columns text not null,
    rows integer not null,
    primary key (release_key, name)
) without rowid;

create table occupation_source_rows (
    release_key integer not null,
    "table" text not null,
    ordinal integer not null,
    cells text not null,
    primary key (release_key, "table", ordinal)
) without rowid;

create table occupation_soc (
    release_key integer not null,
    soc text not null,
    title text not null,
    level text not null,
    definition text not null,
    primary key (release_key, soc)
) without rowid;

create table occupation_soc_changes (
    release_key integer not null,
    from_soc text not null,
    from_title text not null,
    to_soc text not null,
    to_title text not null,
    primary key (release_key, from_soc, to_soc)
) without rowid;

create table occupation_matrix_links (
    release_key integer not null,
    code text not null,
    title text not null,
    matrix_code text not null,
    matrix_title text not null,
    handbook_title text,
    primary key (release_key, code, matrix_code)
) without rowid;
