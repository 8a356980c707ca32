-- Conversations at full strength: who is addressed, what was said before, reactions, what is pinned and closed, and who
-- may not speak for a time.

-- ## what is said -------------------------------------------------------------------------------------------------

alter table message add column pinned_at integer;
create index message_pinned on message (thread_id, seq) where pinned_at is not null;

-- Whom a message addresses: a person, an organisation, or everybody in the network (both null).
create table message_mention (
    message_id blob not null references message (id),
    position integer not null,         -- 0, 1, 2 … as they first stand in the text
    person_id blob references person (id) on delete cascade,
    organisation_id blob references organisation (id),
    label text not null,               -- what they were called
    primary key (message_id, position)
) strict;
create index message_mention_person on message_mention (person_id, message_id);
create index message_mention_organisation on message_mention (organisation_id, message_id);

-- What a message said before it was changed; gone when it is removed.
create table message_version (
    message_id blob not null references message (id),
    number integer not null,
    written_at integer not null,
    body text not null,
    language text not null,
    primary key (message_id, number)
) strict;

create table reaction (
    message_id blob not null references message (id),
    kind text not null,
    person_id blob not null references person (id) on delete cascade,
    at integer not null,
    primary key (message_id, kind, person_id)
) strict;
create index reaction_person on reaction (person_id, message_id);

-- ## keeping order ------------------------------------------------------------------------------------------------

alter table thread add column closed_at integer;
alter table thread add column closed_by blob references person (id) on delete set null;
alter table thread add column close_reason text;

-- The event that ended the topic; what comes after it still counts, but nobody need wait for more.
alter table topic add column ended_seq integer;

alter table membership add column silenced_until integer;
alter table membership add column silence_reason text;

-- What those who keep order did.
create table audit (
    id blob not null primary key,
    network_id blob not null references network (id),
    at integer not null,
    by_id blob references person (id) on delete set null,
    what text not null,
    person_id blob references person (id) on delete set null,
    thread_id blob references thread (id),
    reason text
) strict;
create index audit_network on audit (network_id, at, id);
