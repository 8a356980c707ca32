-- The family of copies: where each action stands in it, what each copy has taken from its origin, and what was published when.

-- The first ancestor, and how many copyings lie between. Set when a copy is made and never changed, so that a whole family is
-- one scan of an index, in breadth-first order; no family: deleted, and nothing was copied from it.
alter table action add column family_id blob references action (id);
alter table action add column generation integer not null default 0;

with recursive tree (id, family_id, generation) as (
    select id, id, 0 from action where origin_id is null
    union all
    select a.id, t.family_id, t.generation + 1 from action a join tree t on a.origin_id = t.id
)
update action set family_id = tree.family_id, generation = tree.generation from tree where tree.id = action.id;

update action set family_id = null where deleted_at is not null and id not in (
    with recursive up (id) as (
        select origin_id from action where deleted_at is null and origin_id is not null
        union
        select a.origin_id from action a join up on up.id = a.id where a.origin_id is not null
    )
    select id from up
);

create index action_family on action (family_id, generation, id);

-- When a revision was last published; null: it was never shown to others.
alter table action_revision add column published_at integer;
update action_revision set published_at = (select a.recent_at from action a where a.id = action_revision.action_id)
    where exists (select 1 from action a where a.id = action_revision.action_id and a.published_revision = action_revision.revision);

-- What a copy has taken of its origin since it was made, and what it has passed by, field by field. A field without a row is
-- as it was copied (action.origin_revision).
create table action_upstream (
    action_id blob not null references action (id),
    field text not null,
    taken_revision integer not null,   -- the origin's revision that the copy has this field of
    skipped_revision integer,          -- the origin's revision whose text the copy does not want
    primary key (action_id, field)
) strict;
