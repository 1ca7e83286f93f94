-- A file between its upload, its preview and its loading; any node may serve each of the three.
create table uploads (
    id uuid not null primary key,
    name text not null,
    content bytea not null,
    uploaded_at timestamptz not null,
    uploaded_by text not null
);

-- Which edition of a file that ships with the program is in the database, so that a start need not read it again.
create table shipped_files (
    name text not null primary key,
    hash text not null,
    loaded_at timestamptz not null
);

-- Keys with which cookies and form tokens are protected; every node needs the same.
create table protection_keys (
    id text not null primary key,
    xml text not null
);
