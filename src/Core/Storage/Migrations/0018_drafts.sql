-- What people are still writing. It stands apart from published versions, so that no search, list or file can show it.
create table competency_drafts (
    id uuid not null primary key,
    framework_key integer not null references competency_frameworks (key),
    based_on integer references competency_versions (key),
    status text not null,
    numbering text not null,
    number text not null,
    title text not null,
    description text,
    notice text,
    language text not null,
    kind text not null,
    publisher text not null,
    industries text not null,
    champions text not null,
    sources text not null,
    change_summary text,
    extensions text,
    edits integer not null,
    revision integer not null,
    started_at timestamptz not null,
    started_by text not null,
    changed_at timestamptz not null,
    published_key integer
);
create unique index competency_drafts_open on competency_drafts (framework_key) where status in ('Draft', 'InReview');

create table draft_statements (
    draft_id uuid not null references competency_drafts (id),
    id uuid not null,
    parent_id uuid,
    rank bigint not null,
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
    extensions text,
    is_removed boolean not null,
    revision integer not null,
    changed_at timestamptz not null,
    changed_by text not null,
    primary key (draft_id, id)
) without rowid;
create index draft_statements_parent on draft_statements (draft_id, parent_id);

create table draft_links (
    draft_id uuid not null references competency_drafts (id),
    id uuid not null,
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
    extensions text,
    is_removed boolean not null,
    changed_at timestamptz not null,
    primary key (draft_id, id)
) without rowid;
create index draft_links_origin on draft_links (draft_id, origin_id);

-- Every saved edit, with what each row was before and after it, so that its author can take it back.
create table draft_edits (
    draft_id uuid not null references competency_drafts (id),
    sequence integer not null,
    who text not null,
    at timestamptz not null,
    act text not null,
    statement_id uuid,
    changes text not null,
    is_undone boolean not null,
    primary key (draft_id, sequence)
) without rowid;
create index draft_edits_who on draft_edits (draft_id, who, is_undone, sequence);

-- What somebody wrote and could not save because another was faster, kept until that person has chosen.
create table draft_refusals (
    id uuid not null primary key,
    draft_id uuid not null references competency_drafts (id),
    statement_id uuid not null,
    who text not null,
    at timestamptz not null,
    form text not null
);

create table draft_presences (
    draft_id uuid not null references competency_drafts (id),
    who text not null,
    place text not null,
    statement_id uuid,
    at timestamptz not null,
    primary key (draft_id, who, place)
) without rowid;

-- The shopping list: what was chosen from other sources and has not been brought in yet.
create table draft_picks (
    draft_id uuid not null references competency_drafts (id),
    ordinal integer not null,
    id uuid not null,
    source integer not null,
    source_title text not null,
    parent integer,
    kind text not null,
    tier integer,
    notation text,
    label text,
    text text not null,
    notes text,
    keywords text,
    derived_from text,
    links text,
    is_chosen boolean not null,
    twin text,
    twin_id uuid,
    twin_ordinal integer,
    score double precision,
    choice text,
    primary key (draft_id, ordinal)
) without rowid;
