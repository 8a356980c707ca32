-- Mails also tell of answers to requests: a notice is about a thread or about a request.

alter table request_answer add column told boolean not null default true; -- a mail about it has gone, or none is to go

alter table notice drop constraint notice_thread_id_fkey;
alter table notice rename column thread_id to about_id; -- a thread, or a request
