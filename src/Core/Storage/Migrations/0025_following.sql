-- Where the siblings below a node were spaced anew: the ranks before and after, so that older edits can still be taken back.
create table draft_spacings (
    draft_id uuid not null references competency_drafts (id),
    sequence integer not null,
    ordinal integer not null,
    parent_id uuid,
    ranks text not null,
    primary key (draft_id, sequence, ordinal)
) without rowid;

-- A reviewer may have an account. Its answers stay, of nobody, when the account is deleted.
alter table review_invitations add column person_id uuid references people (id) on delete set null;
create unique index review_invitations_person on review_invitations (round_id, person_id) where person_id is not null;

-- Who wants to know what happens to a model, or to its draft, and what of it that person has seen or was sent.
create table model_follows (
    person_id uuid not null references people (id) on delete cascade,
    framework_key integer not null references competency_frameworks (key),
    is_draft boolean not null,
    since timestamptz not null,
    seen_at timestamptz not null,
    by_mail boolean not null,
    language text not null,
    mailed_at timestamptz not null,
    primary key (person_id, framework_key, is_draft)
) without rowid;
create index model_follows_mail on model_follows (by_mail, mailed_at);
