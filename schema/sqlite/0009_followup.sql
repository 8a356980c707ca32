-- Follow-up: rounds in which those who are responsible say how it goes, what came of each, and the report to politicians.
-- What is asked about is named here and nowhere referred to: a target that is deleted stays in the rounds that it was in.

-- Who answers for a target, an action or a goal: a member of Samverk, or anybody with an e-mail address.
create table responsible (
    subject_id blob not null primary key,
    programme_id blob not null references programme (id) on delete cascade,
    kind text not null,                -- goal | target | action
    person_id blob references person (id) on delete set null,
    name text not null,
    email text not null,               -- lower case
    language text not null
) strict;
create index responsible_programme on responsible (programme_id);

create table followup_round (
    id blob not null primary key,
    programme_id blob not null references programme (id) on delete cascade,
    kind text not null,                -- YEAR | HALF_YEAR | REVIEW
    name text not null,
    message text,                      -- from the strategist to those who answer
    due text not null,
    revision integer not null,
    opened_at integer not null,
    opened_by blob references person (id) on delete set null,
    closed_at integer,
    closed_by blob references person (id) on delete set null
) strict;
create index followup_round_programme on followup_round (programme_id, opened_at, id);
-- One follow-up and one review at a time: who gets two mails about the same answers the wrong one.
create unique index followup_round_open_key on followup_round (programme_id) where closed_at is null and kind <> 'REVIEW';
create unique index followup_round_review_key on followup_round (programme_id) where closed_at is null and kind = 'REVIEW';

-- What one responsible person gets: its own outbox, as an invitation is.
create table followup_form (
    id blob not null primary key,
    round_id blob not null references followup_round (id) on delete cascade,
    person_id blob references person (id) on delete set null,
    name text not null,
    sort_key text not null,
    email text not null,
    language text not null,
    mail_due_at integer,               -- null: nothing to send
    mail_attempts integer not null,
    mailed_at integer,                 -- the first mail
    mail_failed integer not null,      -- the last mail could not be sent
    reminders integer not null,
    reminded_at integer,
    remind_at integer,                 -- when to remind without being told to
    seen_at integer                    -- first opened
) strict;
create unique index followup_form_email_key on followup_form (round_id, email);
create index followup_form_person on followup_form (person_id);
create index followup_form_due on followup_form (mail_due_at);
create index followup_form_remind on followup_form (remind_at);

-- The links to forms. Each mail has its own, and all work until the round closes; only a SHA-256 of the secret is kept.
create table followup_token (
    token_hash blob not null primary key,
    form_id blob not null references followup_form (id) on delete cascade,
    created_at integer not null
) strict;
create index followup_token_form on followup_token (form_id);

-- What is asked about, as it was called when the round opened, and the answer.
create table followup_item (
    id blob not null primary key,
    round_id blob not null references followup_round (id) on delete cascade,
    form_id blob references followup_form (id) on delete set null, -- null: nobody is responsible, the strategist answers
    position integer not null,
    kind text not null,
    subject_id blob not null,
    area text,
    goal text,
    title text not null,
    language text,
    status text,                       -- of a target or an action, as it is kept there
    decision text,                     -- KEEP | CHANGE | DROP, in a review
    comment text,
    grade integer,                     -- 1 to 5
    revision integer not null,
    answered_at integer,
    answered_by text,                  -- a name
    by_strategist integer not null     -- answered for the responsible person
) strict;
create index followup_item_round on followup_item (round_id, position);
create index followup_item_form on followup_item (form_id);

-- How everything stood when the round was closed, as JSON; no later edit reaches it.
create table followup_snapshot (
    round_id blob not null primary key references followup_round (id) on delete cascade,
    body text not null
) strict;

create table followup_report (
    id blob not null primary key,
    round_id blob not null references followup_round (id) on delete cascade,
    language text not null,
    title text not null,
    done text not null,
    drivers text not null,
    decision text not null,
    revision integer not null,
    edited_at integer not null,
    edited_by blob references person (id) on delete set null
) strict;
create unique index followup_report_key on followup_report (round_id);

-- Links that show a report to whoever has them, until they are revoked.
create table followup_report_link (
    id blob not null primary key,
    token_hash blob not null,
    report_id blob not null references followup_report (id) on delete cascade,
    label text not null,
    created_at integer not null,
    revoked_at integer
) strict;
create unique index followup_report_link_key on followup_report_link (token_hash);
create index followup_report_link_report on followup_report_link (report_id);
