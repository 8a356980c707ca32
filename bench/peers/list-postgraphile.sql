-- What PostGraphile is shown: three views over Samverk's tables, with comments that say what PostgreSQL cannot know of a view.
-- The person who asks is a setting of the connection, as it would be with row level security.
create schema peer;

create view peer.organisation as
select id, name, country, code, county from organisation;
comment on view peer.organisation is E'@primaryKey id';

create view peer.person as
select id, name, title, organisation_id from person;
comment on view peer.person is E'@primaryKey id\n@foreignKey (organisation_id) references peer.organisation (id)|@fieldName organisation';

create view peer.action as
select a.id, a.organisation_id, a.copy_count, a.origin_id, a.origin_revision, a.recent_at,
       r.title, r.title_language, r.status, r.themes, r.contact_id
from action a join action_revision r on r.action_id = a.id and r.revision = a.published_revision
where a.deleted_at is null and (
    a.visibility = 'PUBLIC'
    or a.organisation_id = (select organisation_id from person where id = current_setting('peer.viewer')::uuid)
    or (a.visibility = 'NETWORK' and exists (
        select 1 from membership theirs join membership mine on mine.network_id = theirs.network_id
        where theirs.organisation_id = a.organisation_id and mine.person_id = current_setting('peer.viewer')::uuid)));
comment on view peer.action is E'@primaryKey id\n@foreignKey (organisation_id) references peer.organisation (id)|@fieldName organisation\n@foreignKey (contact_id) references peer.person (id)|@fieldName contact\n@foreignKey (origin_id) references peer.action (id)|@fieldName origin';
