-- Programmes that can be edited: what was decided and when it is looked at again, how each part has changed, what targets
-- are measured by, and how they stand.

-- ## the programme and its parts ----------------------------------------------------------------------------------

alter table programme add column revision bigint not null default 1;
alter table programme add column starts text;
alter table programme add column ends text;
alter table programme add column decided_by text;         -- who adopted it (förankring)
alter table programme add column decided_on text;
alter table programme add column decision_number text;    -- the case number
alter table programme add column decision_url text;
alter table programme add column review_on text;          -- the next validity review (aktualitetsprövning)

alter table focus_area add column revision bigint not null default 1;

alter table goal add column revision bigint not null default 1;
alter table goal add column purpose text not null default 'OTHER'; -- EMISSIONS | ADAPTATION | OTHER
alter table goal add column risk text;                    -- what adaptation protects from
alter table goal add column effect text;                  -- what it gives, in words of its own
alter table goal add column objectives text not null default ' '; -- keys of reference/goals.csv, with a space at both ends

alter table target add column revision bigint not null default 1;
alter table target add column objectives text not null default ' ';
alter table target add column reason text;                -- why somebody said `status`; null with not_assessed
alter table target add column assessed_by uuid references person (id) on delete set null;
alter table target add column assessed_at bigint;

-- Who changed what. `object_id` may be gone.
create table programme_change (
    id uuid not null primary key,
    programme_id uuid not null references programme (id),
    object_id uuid not null,
    object text not null,              -- PROGRAMME | FOCUS_AREA | GOAL | TARGET | INDICATOR
    kind text not null,                -- ADDED | CHANGED | MOVED | DELETED | ASSESSED | VALUES
    name text not null,                -- what it was called afterwards
    before text,                       -- what it was called before, where that is another name
    person_id uuid references person (id) on delete set null,
    at bigint not null
);
create index programme_change_newest on programme_change (programme_id, at, id);

-- ## indicators ---------------------------------------------------------------------------------------------------

-- What a target, or the programme as a whole, is measured by.
create table indicator (
    id uuid not null primary key,
    programme_id uuid not null references programme (id),
    target_id uuid references target (id),
    position bigint not null,
    revision bigint not null,
    key text,                          -- of reference/indicators.csv; null: their own
    name text not null,                -- what they call it
    unit text not null,
    direction text not null,           -- LOWER | HIGHER is better
    yearly boolean not null,           -- its values are of whole years, kept as 31 December
    baseline_on text,
    baseline_value double precision
);
create index indicator_programme on indicator (programme_id, position);
create index indicator_target on indicator (target_id);

-- What was measured.
create table indicator_value (
    indicator_id uuid not null references indicator (id),
    day text not null,
    value double precision not null,
    source text,
    licence text,
    note text,
    primary key (indicator_id, day)
);

-- What is to be reached by when.
create table indicator_aim (
    indicator_id uuid not null references indicator (id),
    day text not null,
    value double precision not null,
    primary key (indicator_id, day)
);
