-- Areas belong to no release: codes and names of nation, states and counties ship, imports add the others, people save regions.
create table areas (
    code text not null primary key,
    kind text not null,
    name text not null,
    state text,
    saved_by text,
    saved_at timestamptz
);
create index areas_kind on areas (kind, name);

create table area_members (
    area_code text not null references areas (code) on delete cascade,
    county_code text not null,
    primary key (area_code, county_code)
);

-- Every row of the tables below belongs to a release, and keys begin with it, so that a release can be read and dropped whole.
create table area_counties (
    release_key integer not null,
    area_code text not null,
    county_code text not null,
    part text not null,
    primary key (release_key, area_code, county_code, part)
);
create index area_counties_county on area_counties (release_key, county_code);

create table area_wages (
    release_key integer not null,
    area_code text not null,
    soc text not null,
    level text not null,
    naics text not null,
    industry_level text not null,
    ownership text not null,
    title text not null,
    pay text not null,
    employment integer,
    employment_error double precision,
    jobs_per_thousand double precision,
    location_quotient double precision,
    industry_percent double precision,
    reporting_percent double precision,
    wage_error double precision,
    hourly_mean integer,
    hourly10 integer,
    hourly25 integer,
    hourly_median integer,
    hourly75 integer,
    hourly90 integer,
    annual_mean integer,
    annual10 integer,
    annual25 integer,
    annual_median integer,
    annual75 integer,
    annual90 integer,
    marks text not null,
    primary key (release_key, area_code, soc, level, naics, industry_level, ownership)
);
create index area_wages_soc on area_wages (release_key, soc, area_code);

create table area_projections (
    release_key integer not null,
    area_code text not null,
    code text not null,
    title text not null,
    is_summary boolean not null,
    depth integer not null,
    start_year integer not null,
    end_year integer not null,
    start_employment integer,
    end_employment integer,
    change integer,
    change_percent double precision,
    openings integer,
    growth integer,
    exits integer,
    transfers integer,
    exit_rate double precision,
    transfer_rate double precision,
    self_employed_percent double precision,
    median_wage integer,
    education text,
    experience text,
    training text,
    marks text not null,
    primary key (release_key, area_code, code, is_summary)
);

create table area_entry_education (
    release_key integer not null,
    code text not null,
    title text not null,
    education text,
    experience text,
    training text,
    primary key (release_key, code)
);

create table area_education_shares (
    release_key integer not null,
    code text not null,
    ordinal integer not null,
    level text not null,
    percent double precision,
    marks text not null,
    primary key (release_key, code, ordinal)
);

create table area_industries (
    release_key integer not null,
    code text not null,
    title text not null,
    level integer not null,
    primary key (release_key, code)
);

create table area_industry_jobs (
    release_key integer not null,
    area_code text not null,
    naics text not null,
    ownership text not null,
    year integer not null,
    title text not null,
    level integer not null,
    establishments double precision,
    employment double precision,
    payroll bigint,
    estimated_employment double precision,
    estimate text,
    marks text not null,
    primary key (release_key, area_code, naics, ownership, year)
);
create index area_industry_jobs_industry on area_industry_jobs (release_key, naics, year);

create table area_demand_overrides (
    id uuid not null primary key,
    rule text not null,
    rule_version text not null,
    area text not null,
    occupation text not null,
    label text,
    who text not null,
    "when" timestamptz not null,
    why text not null
);
create index area_demand_overrides_place on area_demand_overrides (rule, area);
