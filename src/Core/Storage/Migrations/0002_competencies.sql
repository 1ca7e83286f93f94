create table competency_frameworks (
    key integer not null primary key,
    id uuid not null unique,
    slug text not null unique,
    uri text,
    registry_id text,
    kind text not null,
    publisher text not null,
    industries text not null,
    current_version_key integer
);

create table competency_versions (
    key integer not null primary key,
    framework_key integer not null references competency_frameworks (key),
    sequence integer not null,
    number text not null,
    status text not null,
    title text not null,
    description text,
    notice text,
    language text not null,
    languages text not null,
    adoption_status text,
    status_start date,
    status_end date,
    published_at timestamptz,
    changed_at timestamptz not null,
    change_summary text,
    champions text not null,
    sources text not null,
    statements integer not null,
    nodes integer not null,
    alignments integer not null,
    has_tiers boolean not null,
    content_hash text not null,
    source_format text not null,
    source_name text not null,
    loaded_at timestamptz not null,
    extensions text,
    unique (framework_key, number),
    unique (framework_key, sequence)
);

create table competency_statements (
    version_key integer not null references competency_versions (key),
    id uuid not null,
    parent_id uuid,
    position integer not null,
    ordinal integer not null,
    size integer not null,
    depth integer not null,
    kind text not null,
    tier integer,
    notation text,
    label text,
    text text not null,
    notes text,
    keywords text,
    type_label text,
    uri text,
    derived_from text,
    changed_at timestamptz not null,
    extensions text,
    primary key (version_key, ordinal)
);
create unique index competency_statements_id on competency_statements (id, version_key);
create index competency_statements_parent on competency_statements (version_key, parent_id, position);

create table competency_alignments (
    version_key integer not null references competency_versions (key),
    id uuid not null,
    ordinal integer not null,
    type text not null,
    origin_id text not null,
    origin_uri text,
    origin_title text,
    origin_scheme text,
    destination_id text not null,
    destination_uri text,
    destination_title text,
    destination_scheme text,
    sequence integer,
    weight double precision,
    author text,
    evidence text,
    notes text,
    uri text,
    changed_at timestamptz not null,
    extensions text,
    primary key (version_key, ordinal)
);
create index competency_alignments_origin on competency_alignments (origin_id, version_key);
create index competency_alignments_destination on competency_alignments (destination_id);

create table competency_scales (
    slug text not null primary key,
    title text not null
);

create table competency_scale_levels (
    scale_slug text not null references competency_scales (slug),
    level integer not null,
    title text not null,
    anchor text not null,
    primary key (scale_slug, level)
);
