-- Who may sign in. A retired person keeps only the identifier, which the audit names; everything that tells who it was is gone.
create table people (
    id uuid not null primary key,
    email text,
    email_key text unique,
    name text,
    state text not null,
    is_demo boolean not null,
    password_hash text,
    security_stamp text not null,
    failures integer not null,
    locked_until timestamptz,
    authenticator_key text,
    has_second_factor boolean not null,
    last_code text,
    recovery_codes text not null,
    made_at timestamptz not null,
    last_seen_at timestamptz
);

create table person_roles (
    person_id uuid not null references people (id) on delete cascade,
    role text not null,
    primary key (person_id, role)
);

create table organizations (
    id uuid not null primary key,
    name text not null,
    name_key text not null unique,
    kind text not null,
    is_demo boolean not null,
    made_at timestamptz not null
);

create table teams (
    id uuid not null primary key,
    organization_id uuid not null references organizations (id),
    name text not null,
    name_key text not null,
    unique (organization_id, name_key)
);

create table memberships (
    person_id uuid not null references people (id) on delete cascade,
    organization_id uuid not null references organizations (id),
    primary key (person_id, organization_id)
);
create index memberships_organization on memberships (organization_id);

create table team_members (
    team_id uuid not null references teams (id),
    person_id uuid not null references people (id) on delete cascade,
    primary key (team_id, person_id)
);
create index team_members_person on team_members (person_id);

-- Links that set a password, once. Kept only as hashes: who reads the database can use none.
create table one_time_links (
    id uuid not null primary key,
    hash text not null unique,
    person_id uuid references people (id) on delete cascade,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);

create table sign_in_sessions (
    id uuid not null primary key,
    person_id uuid not null references people (id) on delete cascade,
    device text not null,
    made_at timestamptz not null,
    seen_at timestamptz not null
);
create index sign_in_sessions_person on sign_in_sessions (person_id);

-- The same person at a provider of single sign-on.
create table outside_accounts (
    provider text not null,
    subject text not null,
    person_id uuid not null references people (id) on delete cascade,
    primary key (provider, subject)
);

create table api_keys (
    id uuid not null primary key,
    person_id uuid not null references people (id) on delete cascade,
    name text not null,
    prefix text not null unique,
    hash text not null,
    scopes text not null,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    last_used_at timestamptz,
    revoked_at timestamptz
);
create index api_keys_person on api_keys (person_id);
