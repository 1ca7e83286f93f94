create table data_releases (
    key integer not null primary key,
    kind text not null,
    scope text not null,
    title text not null,
    edition text not null,
    period text not null,
    publisher text not null,
    taxonomy text,
    attribution text,
    state text not null,
    is_starter boolean not null,
    rows integer not null,
    rejected integer not null,
    gaps text not null,
    changes text not null,
    file text not null,
    file_hash text not null,
    loaded_at timestamptz not null,
    loaded_by text not null
);
create unique index data_releases_current on data_releases (kind, scope) where state = 'Current';
create index data_releases_kind on data_releases (kind, scope);
