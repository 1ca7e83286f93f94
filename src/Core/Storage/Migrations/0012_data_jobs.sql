-- Loads of outside data, one row each, from the moment somebody asks for one. Whichever node has the lease does the work.
create table data_jobs (
    key integer not null primary key,
    work text not null,
    kind text not null,
    edition text,
    mapping text,
    file text not null,
    upload text,
    state text not null,
    fault text,
    is_stopping boolean not null,
    rows integer not null,
    bytes bigint not null,
    total_bytes bigint,
    asked_at timestamptz not null,
    asked_by text not null,
    door text not null,
    started_at timestamptz,
    ended_at timestamptz,
    lease_owner text,
    lease_until timestamptz,
    attempts integer not null,
    loaded_key integer,
    report text
);
create index data_jobs_state on data_jobs (state);
