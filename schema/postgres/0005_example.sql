-- What else an action's revision says: further facts, further texts, links and milestones; the history of its status;
-- whether its owner shows it as a good example; and files.

-- Since when its owner has shown it as a good example; null: it is none.
alter table action add column example_since bigint;
create index action_example on action (example_since, id) where example_since is not null;

-- What follows belongs to one revision and goes with it: it is renumbered when saves of one sitting are, and deleted with
-- the action. A revision without a row knows none of these facts.
create table action_detail (
    action_id uuid not null,
    revision bigint not null,
    purpose text,                      -- EMISSIONS | ADAPTATION | OTHER
    unit_id uuid references unit (id) on delete set null,
    partners text,
    indicators text not null,          -- space-separated ids of reference/indicators.csv, with a space at both ends
    funding_scheme text,               -- an id of reference/funding.csv
    funding_name text,                 -- or what it is called
    funding_amount bigint,
    funding_currency text,
    decision_body text,
    decided_on text,
    case_number text,
    decision_url text,
    primary key (action_id, revision),
    foreign key (action_id, revision) references action_revision (action_id, revision) on update cascade on delete cascade
);

-- One row for each text that is written.
create table action_text (
    action_id uuid not null,
    revision bigint not null,
    field text not null,               -- the input's name: problem, result, again …
    value text not null,
    language text not null,
    primary key (action_id, revision, field),
    foreign key (action_id, revision) references action_revision (action_id, revision) on update cascade on delete cascade
);

create table action_link (
    action_id uuid not null,
    revision bigint not null,
    position bigint not null,
    url text not null,
    name text,
    primary key (action_id, revision, position),
    foreign key (action_id, revision) references action_revision (action_id, revision) on update cascade on delete cascade
);

create table action_milestone (
    action_id uuid not null,
    revision bigint not null,
    position bigint not null,
    name text not null,
    due text,
    done text,                         -- the day on which it was reached
    primary key (action_id, revision, position),
    foreign key (action_id, revision) references action_revision (action_id, revision) on update cascade on delete cascade
);

-- What became of the status, and why: at most one entry for each revision.
create table action_status (
    action_id uuid not null,
    revision bigint not null,
    before text,                       -- null: a word about the status as it was
    status text not null,
    reason text,
    language text,                     -- of the reason
    at bigint not null,
    by_id uuid references person (id) on delete set null,
    primary key (action_id, revision),
    foreign key (action_id, revision) references action_revision (action_id, revision) on update cascade on delete cascade
);

-- ## files --------------------------------------------------------------------------------------------------------

create table file (
    id uuid not null primary key,
    action_id uuid not null references action (id),
    name text not null,
    kind text not null,                -- PDF | PNG | JPEG …
    size bigint not null,
    description text,                  -- for an image: what one sees in it
    language text,                     -- of the description
    at bigint not null,
    by_id uuid references person (id) on delete set null,
    published_at bigint               -- null: seen by the action's own organisation, until it is published next
);
create index file_action on file (action_id, at, id);

-- What is to be removed from the store: an upload stands here until it is whole, a file from when it is deleted.
create table file_leftover (
    id uuid not null primary key,
    due_at bigint not null
);
create index file_leftover_due on file_leftover (due_at);
