-- Asking for an action ("we look for …"), what is answered, and what people say that they know about.

-- Asked of one network, and read by its members.
create table request (
    id uuid not null primary key,
    network_id uuid not null references network (id),
    asked_by uuid references person (id) on delete set null,
    organisation_id uuid not null references organisation (id), -- for which it was asked
    subject text not null,
    body text,
    language text not null,
    themes text not null,              -- space-separated keys of reference/themes.csv, with a space at both ends
    asked_at bigint not null,
    closed_at bigint
);
create index request_newest on request (network_id, asked_at, id);
create index request_asker on request (asked_by, asked_at, id);

-- Points at an action or at a person, or at both.
create table request_answer (
    id uuid not null primary key,
    request_id uuid not null references request (id),
    by_id uuid references person (id) on delete set null,
    action_id uuid references action (id),
    person_id uuid references person (id) on delete cascade,
    words text,
    language text not null,
    at bigint not null,
    seen boolean not null             -- by whoever asked
);
create index request_answer_request on request_answer (request_id, at, id);
create unique index request_answer_action_key on request_answer (request_id, action_id);
create unique index request_answer_person_key on request_answer (request_id, person_id);

-- What people name themselves: others ask them about it.
create table expertise (
    person_id uuid not null references person (id) on delete cascade,
    theme text not null,               -- a key of reference/themes.csv
    primary key (person_id, theme)
);
create index expertise_theme on expertise (theme, person_id);
