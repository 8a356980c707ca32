-- Mails also tell of answers to requests: a notice is about a thread or about a request.

alter table request_answer add column told integer not null default 1; -- a mail about it has gone, or none is to go

create table notice_about (
    person_id blob not null references person (id) on delete cascade,
    about_id blob not null,            -- a thread, or a request
    due_at integer not null,
    attempts integer not null,
    primary key (person_id, about_id)
) strict;
insert into notice_about select person_id, thread_id, due_at, attempts from notice;
drop table notice;
alter table notice_about rename to notice;
create index notice_due on notice (due_at);
