-- The first house: who takes part, what they do, what they say, and the journal that tells everybody.
-- The same names stand in schema/sqlite/; a test compares the two. Instants are epoch milliseconds, days ISO text,
-- ids UUIDv7 made by the program, sort keys and folded texts computed by the program (see backend/db.rs).

-- ## people -------------------------------------------------------------------------------------------------------

-- Municipalities come from reference/municipalities.csv; 1860 is both Laxå and Vestvågøy, so the key is (country, code).
-- The other kinds are those of reference/organisations.csv and whatever coordinators add.
create table organisation (
    id uuid not null primary key,
    kind text not null,                -- municipality | county | county_administration | agency | association | other
    country text not null,
    code text,
    name text not null,
    sort_key text collate "C" not null,
    folded text not null,              -- the name, for finding it however it is typed
    county_code text,
    county text,
    population bigint,
    latitude double precision,
    longitude double precision,
    created_at bigint not null
);
create unique index organisation_code_key on organisation (kind, country, code);
create index organisation_sort on organisation (sort_key, id);

-- Administrations and companies of an organisation (förvaltningar och bolag).
create table unit (
    id uuid not null primary key,
    organisation_id uuid not null references organisation (id),
    name text not null,
    sort_key text collate "C" not null
);
create unique index unit_name_key on unit (organisation_id, sort_key);

create table person (
    id uuid not null primary key,
    email text not null,               -- lower case
    name text not null,
    sort_key text collate "C" not null,
    title text,
    phone text,
    language text not null,
    organisation_id uuid not null references organisation (id),
    organisation_confirmed boolean not null, -- somebody with the right to say so says that they belong to it: only then may they edit
    unit_id uuid references unit (id),
    shares_email boolean not null,     -- with the members of the same networks
    shares_phone boolean not null,
    founder boolean not null,          -- came by the first start's link: may create networks
    created_at bigint not null
);
create unique index person_email_key on person (email);
create index person_organisation on person (organisation_id);

-- A browser's session or an API token. Only a SHA-256 of the secret is kept.
create table session (
    id uuid not null primary key,
    token_hash bytea not null,
    kind text not null,                -- browser | api
    person_id uuid not null references person (id) on delete cascade,
    name text not null,                -- what the browser calls itself, or the token's name
    created_at bigint not null,
    used_at bigint not null,
    expires_at bigint                 -- absolute; null: an API token, until it is revoked
);
create unique index session_token_key on session (token_hash);
create index session_person on session (person_id);

-- One-time links. A link is a row until it is spent; what it opens is its purpose.
create table sign_in_link (
    token_hash bytea not null primary key,
    purpose text not null,             -- sign_in | sign_up | invitation | founder
    email text,
    invitation_id uuid,
    created_at bigint not null,
    expires_at bigint not null,
    used_at bigint
);
create index sign_in_link_email on sign_in_link (email, created_at);

-- ## networks -----------------------------------------------------------------------------------------------------

create table network (
    id uuid not null primary key,
    slug text not null,
    name text not null,
    sort_key text collate "C" not null,
    languages text not null,           -- JSON, the first is the network's own
    organisation_id uuid references organisation (id), -- one organisation's own network
    created_at bigint not null
);
create unique index network_slug_key on network (slug);
create index network_sort on network (sort_key, id);

-- organisation_id repeats the person's, so that "who may read this network's actions" is two index look-ups.
create table membership (
    network_id uuid not null references network (id),
    person_id uuid not null references person (id) on delete cascade,
    organisation_id uuid not null references organisation (id),
    role text not null,
    sort_key text collate "C" not null,            -- the person's
    joined_at bigint not null,
    primary key (network_id, person_id)
);
create index membership_person on membership (person_id, network_id);
create index membership_organisation on membership (organisation_id, network_id);
create index membership_sort on membership (network_id, sort_key, person_id);

-- An invitation is its own outbox: it is sent when due, with a link whose secret stands nowhere.
create table invitation (
    id uuid not null primary key,
    network_id uuid not null references network (id),
    email text collate "C" not null,
    name text,
    organisation_id uuid references organisation (id),
    role text not null,
    language text not null,
    invited_by uuid references person (id) on delete set null,
    invited_at bigint not null,
    mail_due_at bigint,               -- null: nothing to send
    mail_attempts bigint not null,
    mailed_at bigint,
    accepted_at bigint
);
create unique index invitation_email_key on invitation (network_id, email);
create index invitation_due on invitation (mail_due_at);

create table membership_request (
    id uuid not null primary key,
    network_id uuid not null references network (id),
    person_id uuid not null references person (id) on delete cascade,
    message text,
    asked_at bigint not null
);
create unique index membership_request_key on membership_request (network_id, person_id);

-- ## programmes ---------------------------------------------------------------------------------------------------

create table programme (
    id uuid not null primary key,
    organisation_id uuid not null references organisation (id),
    name text not null,
    sort_key text collate "C" not null,
    created_at bigint not null
);
create unique index programme_name_key on programme (organisation_id, sort_key);
create index programme_sort on programme (sort_key, id);

create table focus_area (
    id uuid not null primary key,
    programme_id uuid not null references programme (id),
    position bigint not null,
    name text not null
);
create index focus_area_programme on focus_area (programme_id, position);

create table goal (
    id uuid not null primary key,
    focus_area_id uuid not null references focus_area (id),
    position bigint not null,
    name text not null
);
create index goal_focus_area on goal (focus_area_id, position);

create table target (
    id uuid not null primary key,
    goal_id uuid not null references goal (id),
    position bigint not null,
    name text not null,
    due text,
    status text not null
);
create index target_goal on target (goal_id, position);

-- ## actions ------------------------------------------------------------------------------------------------------

-- What never changes about an action, and which of its revisions is whose. Its text and facts are in action_revision.
create table action (
    id uuid not null primary key,
    organisation_id uuid not null references organisation (id),
    programme_id uuid references programme (id),
    revision bigint not null,         -- the newest: what its own editors see
    published_revision bigint,        -- what everybody else sees
    visibility text not null,
    origin_id uuid references action (id),
    origin_revision bigint,
    copied_at bigint,
    copied_by uuid references person (id) on delete set null,
    copy_count bigint not null,       -- direct copies; kept with the copy, so that a list need not count
    created_at bigint not null,
    updated_at bigint not null,
    recent_at bigint not null,        -- when last published, else when created: typing in a draft moves nothing in a list
    deleted_at bigint                 -- an origin stays as an empty place in the family of its copies
);
create index action_recent on action (recent_at, id);
create index action_copied on action (copy_count, id);
create index action_programme on action (programme_id, recent_at, id);
create index action_organisation on action (organisation_id, recent_at, id);
create index action_origin on action (origin_id);

create table action_revision (
    action_id uuid not null references action (id),
    revision bigint not null,
    title text not null,
    title_language text not null,
    description text not null,
    description_language text not null,
    lessons text,
    lessons_language text,
    status text not null,
    themes text not null,              -- space-separated keys of reference/themes.csv, with a space at both ends
    starts text,
    ends text,
    cost_amount bigint,
    cost_currency text,
    effect_tonnes_co2e double precision,
    contact_id uuid references person (id) on delete set null,
    author_id uuid references person (id) on delete set null,
    at bigint not null,
    learned text,                      -- said at publishing: what is new, for those who copied
    sort_key text collate "C" not null,            -- of the title
    folded text not null,              -- title and description folded for a simple text filter
    primary key (action_id, revision)
);
create index action_revision_sort on action_revision (sort_key, action_id);

create table action_target (
    action_id uuid not null references action (id),
    target_id uuid not null references target (id),
    primary key (action_id, target_id)
);
create index action_target_target on action_target (target_id);

-- ## threads ------------------------------------------------------------------------------------------------------

create table thread (
    id uuid not null primary key,
    network_id uuid not null references network (id),
    topic text not null,               -- the name of its topic in the journal
    subject text not null,
    about_id uuid,                     -- an action, for now
    started_by uuid references person (id) on delete set null,
    started_at bigint not null
);
create index thread_network on thread (network_id);
create index thread_about on thread (about_id);

create table message (
    id uuid not null primary key,
    thread_id uuid not null references thread (id),
    seq bigint not null,              -- that of its MessagePosted
    author_id uuid references person (id) on delete set null,
    client_id uuid not null,           -- made by the client: the same one again posts nothing
    body text not null,
    language text not null,
    posted_at bigint not null,
    edited_at bigint,
    removed_at bigint,
    reply_to_id uuid references message (id)
);
create unique index message_seq_key on message (thread_id, seq);
create unique index message_client_key on message (author_id, client_id);

create table thread_read (
    thread_id uuid not null references thread (id),
    person_id uuid not null references person (id) on delete cascade,
    seq bigint not null,
    primary key (thread_id, person_id)
);

-- ## live ---------------------------------------------------------------------------------------------------------

-- A topic numbers its events 1, 2, 3 …; the number is taken in the transaction that makes the change, so it has no holes.
create table topic (
    name text not null primary key,    -- thread:<uuid>, person:<uuid>
    last_seq bigint not null,
    last_at bigint not null
);

-- What happened, not what it said: an event shows its object as it is now, so a removal reaches the journal too.
create table event (
    topic text not null references topic (name),
    seq bigint not null,
    kind text not null,
    object_id uuid not null,
    at bigint not null,
    primary key (topic, seq)
);
