-- Conversations at full strength: who is addressed, what was said before, reactions, what is pinned and closed, and who
-- may not speak for a time.

-- ## what is said -------------------------------------------------------------------------------------------------

alter table message add column pinned_at bigint;
create index message_pinned on message (thread_id, seq) where pinned_at is not null;

-- Whom a message addresses: a person, an organisation, or everybody in the network (both null).
create table message_mention (
    message_id uuid not null references message (id),
    position bigint not null,         -- 0, 1, 2 … as they first stand in the text
    person_id uuid references person (id) on delete cascade,
    organisation_id uuid references organisation (id),
    label text not null,               -- what they were called
    primary key (message_id, position)
);
create index message_mention_person on message_mention (person_id, message_id);
create index message_mention_organisation on message_mention (organisation_id, message_id);

-- What a message said before it was changed; gone when it is removed.
create table message_version (
    message_id uuid not null references message (id),
    number bigint not null,
    written_at bigint not null,
    body text not null,
    language text not null,
    primary key (message_id, number)
);

create table reaction (
    message_id uuid not null references message (id),
    kind text not null,
    person_id uuid not null references person (id) on delete cascade,
    at bigint not null,
    primary key (message_id, kind, person_id)
);
create index reaction_person on reaction (person_id, message_id);

-- ## keeping order ------------------------------------------------------------------------------------------------

alter table thread add column closed_at bigint;
alter table thread add column closed_by uuid references person (id) on delete set null;
alter table thread add column close_reason text;

-- The event that ended the topic; what comes after it still counts, but nobody need wait for more.
alter table topic add column ended_seq bigint;

alter table membership add column silenced_until bigint;
alter table membership add column silence_reason text;

-- What those who keep order did.
create table audit (
    id uuid not null primary key,
    network_id uuid not null references network (id),
    at bigint not null,
    by_id uuid references person (id) on delete set null,
    what text not null,
    person_id uuid references person (id) on delete set null,
    thread_id uuid references thread (id),
    reason text
);
create index audit_network on audit (network_id, at, id);
