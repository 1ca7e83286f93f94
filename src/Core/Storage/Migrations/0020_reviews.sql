-- A framework that is no longer to be used, and what takes its place.
create table framework_retirements (
    framework_key integer not null primary key references competency_frameworks (key),
    replaced_by text,
    reason text not null,
    at timestamptz not null,
    who text not null
);

create table review_rounds (
    id uuid not null primary key,
    draft_id uuid not null references competency_drafts (id),
    title text not null,
    message text,
    status text not null,
    opened_at timestamptz not null,
    opened_by text not null,
    closes_at timestamptz not null,
    closed_at timestamptz
);
create index review_rounds_draft on review_rounds (draft_id);

-- A reviewer is known by a link alone; only its hash is kept, and of the person nothing but an organization, where given.
create table review_invitations (
    id uuid not null primary key,
    round_id uuid not null references review_rounds (id),
    number integer not null,
    token_hash text not null unique,
    organization text,
    may_be_named boolean not null,
    expires_at timestamptz not null,
    first_answer_at timestamptz,
    last_answer_at timestamptz,
    is_revoked boolean not null,
    unique (round_id, number)
);

create table review_ratings (
    invitation_id uuid not null references review_invitations (id),
    statement_id uuid not null,
    round_id uuid not null references review_rounds (id),
    revision integer not null,
    verdict text not null,
    importance integer,
    frequency integer,
    level integer,
    comment text,
    at timestamptz not null,
    primary key (invitation_id, statement_id)
) without rowid;
create index review_ratings_round on review_ratings (round_id, statement_id);

create table review_proposals (
    id uuid not null primary key,
    round_id uuid not null references review_rounds (id),
    invitation_id uuid not null references review_invitations (id),
    parent_id uuid,
    text text not null,
    language text not null,
    at timestamptz not null,
    decision text,
    decided_at timestamptz,
    decided_by text
);
create index review_proposals_round on review_proposals (round_id);

create table review_decisions (
    round_id uuid not null references review_rounds (id),
    statement_id uuid not null,
    decision text not null,
    why text,
    at timestamptz not null,
    who text not null,
    primary key (round_id, statement_id)
) without rowid;
