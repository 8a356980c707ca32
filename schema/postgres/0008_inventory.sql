-- The inventory: what threatens a municipality, and what is emitted in it; and the files that figures and actions come from.

create table climate_risk (
    id uuid not null primary key,
    organisation_id uuid not null references organisation (id),
    position bigint not null,
    revision bigint not null,
    title text not null,
    description text,
    language text not null,
    severity text not null,            -- LOW | MEDIUM | HIGH | VERY_HIGH
    updated_at bigint not null,
    updated_by uuid references person (id) on delete set null
);
create index climate_risk_organisation on climate_risk (organisation_id, position, id);

-- A file that somebody sent in: what was read in it, and whether it was taken over. One that was not is forgotten.
create table file_import (
    id uuid not null primary key,
    organisation_id uuid not null references organisation (id),
    programme_id uuid references programme (id) on delete set null,
    kind text not null,                -- EMISSIONS | ACTIONS
    file_name text not null,
    file_hash text not null,           -- SHA-256, hexadecimal
    content text not null,             -- JSON; what it holds is its room's business
    created_at bigint not null,
    created_by uuid references person (id) on delete set null,
    applied_at bigint,
    applied_by uuid references person (id) on delete set null
);
create index file_import_applied on file_import (organisation_id, kind, applied_at, id);
create index file_import_created on file_import (created_at);

-- The rows of such a file that can be corrected before they are taken over.
create table import_row (
    import_id uuid not null references file_import (id) on delete cascade,
    number bigint not null,           -- as the spreadsheet numbers it
    cells text not null,               -- JSON: a text for each column
    decision text,                     -- ADD | SKIP, asked for where the programme has an action of this title
    primary key (import_id, number)
);

-- Each figure with where it comes from: whole series are replaced by an import, since accounts are revised backwards.
create table emission (
    organisation_id uuid not null references organisation (id),
    account text not null,             -- KOLADA | NED | MILJODIREKTORATET | OWN
    sector text not null,              -- of reference/sectors.csv
    year bigint not null,
    tonnes double precision not null,              -- CO2 equivalents
    source text not null,
    licence text not null,
    import_id uuid not null references file_import (id),
    imported_at bigint not null,
    primary key (organisation_id, account, sector, year)
);
