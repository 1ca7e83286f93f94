create table training_cips (
    release_key integer not null,
    code text not null,
    title text not null,
    definition text not null,
    change text not null,
    primary key (release_key, code)
);

create table training_cip_socs (
    release_key integer not null,
    cip text not null,
    cip_title text not null,
    soc text not null,
    soc_title text not null,
    primary key (release_key, cip, soc)
);
create index training_cip_socs_soc on training_cip_socs (release_key, soc);

create table training_providers (
    release_key integer not null,
    id text not null,
    name text not null,
    description text,
    entity_types text not null,
    street text,
    city text,
    state text,
    zip text,
    county text,
    url text,
    status text,
    primary key (release_key, id)
);

-- The marks hold the state of each figure of the row, one letter each, in the order of the program.
create table training_programs (
    release_key integer not null,
    id text not null,
    provider_id text not null,
    name text not null,
    description text,
    url text,
    cip text,
    outcomes text not null,
    credential text,
    prerequisites text,
    hours double precision,
    weeks_least double precision,
    weeks_most double precision,
    is_competency_based boolean not null,
    format text not null,
    tuition integer,
    fees integer,
    supplies integer,
    other_costs integer,
    out_of_pocket integer,
    total_cost integer,
    marks text not null,
    listed_on date,
    status text,
    city text,
    state text,
    zip text,
    county text,
    languages text,
    has_evening boolean,
    is_accessible boolean,
    has_child_care boolean,
    employed_q2_rate double precision,
    earnings integer,
    search_text text not null,
    place_text text not null,
    primary key (release_key, id)
);
create index training_programs_provider on training_programs (release_key, provider_id);
create index training_programs_cip on training_programs (release_key, cip);
create index training_programs_id on training_programs (id);

create table training_program_occupations (
    release_key integer not null,
    program_id text not null,
    ordinal integer not null,
    soc text not null,
    onet_soc text,
    primary key (release_key, program_id, ordinal)
);
create index training_program_occupations_soc on training_program_occupations (release_key, soc);

create table training_outcomes (
    release_key integer not null,
    ordinal integer not null,
    provider_id text not null,
    program_id text,
    cip text,
    population text not null,
    period text not null,
    served integer,
    exited integer,
    completed integer,
    completion_rate double precision,
    employed_q2 integer,
    employed_q2_of integer,
    employed_q2_rate double precision,
    employed_q4 integer,
    employed_q4_of integer,
    employed_q4_rate double precision,
    earnings integer,
    earnings_of integer,
    earnings_kind text not null,
    credentials integer,
    credentials_of integer,
    credential_rate double precision,
    marks text not null,
    primary key (release_key, ordinal)
);
create index training_outcomes_program on training_outcomes (release_key, program_id);
create index training_outcomes_field on training_outcomes (release_key, provider_id, cip);

create table training_in_demand (
    release_key integer not null,
    scheme text not null,
    code text not null,
    title text not null,
    primary key (release_key, scheme, code)
);

create table training_credentials (
    release_key integer not null,
    id text not null,
    kind text not null,
    name text not null,
    code text,
    issuer_id text,
    state text,
    soc text,
    is_withdrawn boolean not null,
    primary key (release_key, id)
);
