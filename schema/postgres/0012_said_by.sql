-- Whoever answers a follow-up may be no member: an assessment that comes of their answer is in their name.

alter table target add column assessed_name text; -- of one who is no member
alter table followup_item add column answered_person_id uuid references person (id) on delete set null;
