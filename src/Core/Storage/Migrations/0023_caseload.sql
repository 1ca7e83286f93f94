-- The people whom advisers serve, and those who keep their profile in an account. What tells something of a person is sealed:
-- card, note, text and content. A customer who is deleted takes everything along; the audit names the identifier alone.
create table customers (
    id uuid not null primary key,
    person_id uuid unique references people (id) on delete cascade,
    adviser_id uuid references people (id) on delete set null,
    team_id uuid references teams (id) on delete set null,
    organization_id uuid references organizations (id) on delete set null,
    card text not null,
    state text not null,
    close_reason text,
    made_at timestamptz not null,
    contact_at timestamptz,
    closed_at timestamptz
);
create index customers_adviser on customers (adviser_id);
create index customers_team on customers (team_id);
create index customers_organization on customers (organization_id);

create table customer_consents (
    id uuid not null primary key,
    customer_id uuid not null references customers (id) on delete cascade,
    purpose text not null,
    way text not null,
    to_person_id uuid,
    to_organization_id uuid,
    given_at timestamptz not null,
    given_by text not null,
    until date not null,
    withdrawn_at timestamptz,
    withdrawn_by text
);
create index customer_consents_customer on customer_consents (customer_id);

-- Who was responsible for a customer from when on, and who was asked to be.
create table customer_assignments (
    id uuid not null primary key,
    customer_id uuid not null references customers (id) on delete cascade,
    from_id uuid,
    to_id uuid not null,
    note text,
    asked_at timestamptz not null,
    asked_by text not null,
    answer text,
    answered_at timestamptz
);
create index customer_assignments_customer on customer_assignments (customer_id);
create index customer_assignments_to on customer_assignments (to_id);

create table customer_notes (
    id uuid not null primary key,
    customer_id uuid not null references customers (id) on delete cascade,
    kind text not null,
    text text not null,
    is_pinned boolean not null,
    at timestamptz not null,
    who text not null
);
create index customer_notes_customer on customer_notes (customer_id);

-- A task that a rule made has the name of the rule in place of a text.
create table customer_tasks (
    id uuid not null primary key,
    customer_id uuid not null references customers (id) on delete cascade,
    text text,
    rule text,
    due date not null,
    done_at timestamptz,
    made_at timestamptz not null,
    who text not null
);
create index customer_tasks_customer on customer_tasks (customer_id);

-- One row for each revision that was the last of its version; the highest revision is the present one.
create table customer_documents (
    customer_id uuid not null references customers (id) on delete cascade,
    kind text not null,
    revision integer not null,
    version integer not null,
    content text not null,
    at timestamptz not null,
    who text not null,
    primary key (customer_id, kind, revision)
);

create table customer_reads (
    customer_id uuid not null references customers (id) on delete cascade,
    reader_id uuid not null,
    day date not null,
    at timestamptz not null,
    primary key (customer_id, reader_id, day)
);
