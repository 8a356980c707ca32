-- What waits for whom, the mails about it, and two more settings of a person.

alter table person add column hide_presence boolean not null default false; -- counted where they are, but not named
alter table person add column notices text not null default 'AT_ONCE';      -- AT_ONCE | DAILY | NEVER

-- A message that is somebody's to read. Reading it takes the row away, and so does removing the message.
create table waiting (
    person_id uuid not null references person (id) on delete cascade,
    message_id uuid not null references message (id),
    thread_id uuid not null references thread (id),
    seq bigint not null,              -- the message's
    kind text not null,
    at bigint not null,                -- when it was posted
    told boolean not null,             -- a mail about it has gone, or none is to go
    primary key (person_id, message_id)
);
create index waiting_newest on waiting (person_id, at, message_id);
create index waiting_read on waiting (person_id, thread_id, seq);
create index waiting_message on waiting (message_id);

-- Mails to be sent: one for all that waits for a person in a thread and has not been told.
create table notice (
    person_id uuid not null references person (id) on delete cascade,
    thread_id uuid not null references thread (id),
    due_at bigint not null,
    attempts bigint not null,
    primary key (person_id, thread_id)
);
create index notice_due on notice (due_at);

-- By what stands in those mails, and by nothing else, somebody who is not signed in turns them off. It opens nothing.
create table notice_key (
    person_id uuid not null primary key references person (id) on delete cascade,
    token text not null
);
create unique index notice_key_token on notice_key (token);
