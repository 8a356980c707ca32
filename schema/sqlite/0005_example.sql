-- What else an action's revision says: further facts, further texts, links and milestones; the history of its status;
-- whether its owner shows it as a good example; and files.

-- Since when its owner has shown it as a good example; null: it is none.
alter table action add column example_since integer;
create index action_example on action (example_since, id) where example_since is not null;

-- What follows belongs to one revision and goes with it: it is renumbered when saves of one sitting are, and deleted with
-- the action. A revision without a row knows none of these facts.
create table action_detail (
    action_id blob not null,
    revision integer not null,
    purpose text,                      -- EMISSIONS | ADAPTATION | OTHER
    unit_id blob references unit (id) on delete set null,
    partners text,
    indicators text not null,          -- space-separated ids of reference/indicators.csv, with a space at both ends
    funding_scheme text,               -- an id of reference/funding.csv
    funding_name text,                 -- or what it is called
    funding_amount integer,
    funding_currency text,
    decision_body text,
    decided_on text,
    case_number text,
    decision_url text,
    primary key (action_id, revision),
    foreign key (action_id, revision) references action_revision (action_id, revision) on update cascade on delete cascade
) strict;

-- One row for each text that is written.
create table action_text (
    action_id blob not null,
    revision integer not null,
    field text not null,               -- the input's name: problem, result, again …
    value text not null,
    language text not null,
    primary key (action_id, revision, field),
    foreign key (action_id, revision) references action_revision (action_id, revision) on update cascade on delete cascade
) strict;

create table action_link (
    action_id blob not null,
    revision integer not null,
    position integer not null,
    url text not null,
    name text,
    primary key (action_id, revision, position),
    foreign key (action_id, revision) references action_revision (action_id, revision) on update cascade on delete cascade
) strict;

create table action_milestone (
    action_id blob not null,
    revision integer not null,
    position integer not null,
    name text not null,
    due text,
    done text,                         -- the day on which it was reached
    primary key (action_id, revision, position),
    foreign key (action_id, revision) references action_revision (action_id, revision) on update cascade on delete cascade
) strict;

-- What became of the status, and why: at most one entry for each revision.
create table action_status (
    action_id blob not null,
    revision integer not null,
    before text,                       -- null: a word about the status as it was
    status text not null,
    reason text,
    language text,                     -- of the reason
    at integer not null,
    by_id blob references person (id) on delete set null,
    primary key (action_id, revision),
    foreign key (action_id, revision) references action_revision (action_id, revision) on update cascade on delete cascade
) strict;

-- ## files --------------------------------------------------------------------------------------------------------

create table file (
    id blob not null primary key,
    action_id blob not null references action (id),
    name text not null,
    kind text not null,                -- PDF | PNG | JPEG …
    size integer not null,
    description text,                  -- for an image: what one sees in it
    language text,                     -- of the description
    at integer not null,
    by_id blob references person (id) on delete set null,
    published_at integer               -- null: seen by the action's own organisation, until it is published next
) strict;
create index file_action on file (action_id, at, id);

-- What is to be removed from the store: an upload stands here until it is whole, a file from when it is deleted.
create table file_leftover (
    id blob not null primary key,
    due_at integer not null
) strict;
create index file_leftover_due on file_leftover (due_at);
