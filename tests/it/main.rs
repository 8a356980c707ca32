//! What Samverk promises, held against the real server over HTTP and WebSocket, on SQLite and on PostgreSQL with Redis.
//! `harness/` boots it; a test is named for its promise.

mod harness;

mod actions;
mod bucket;
mod cluster;
mod command_line;
mod conversation;
mod crash;
mod example;
mod family;
mod family_history;
mod files;
mod followup;
mod history;
mod http_rules;
mod imports;
mod inventory;
mod library;
mod limits;
mod live;
mod mutations;
mod networks;
mod programmes;
mod protocol;
mod public;
mod requests;
mod schema;
mod sign_in;
mod sse;
mod threads;
mod values;
mod waiting;
