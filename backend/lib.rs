//! Samverk: where the people who run climate and environment work in Swedish and Norwegian municipalities learn from
//! each other. The modules below are in reading order: what everything stands on, the rooms, the ways in.

pub mod app;
pub mod clock;
pub mod config;
pub mod db;
pub mod error;
pub mod i18n;
pub mod sheets;
pub mod text;

pub mod actions;
pub mod files;
pub mod followup;
pub mod imports;
pub mod inventory;
pub mod networks;
pub mod people;
pub mod programmes;
pub mod requests;
pub mod threads;

pub mod graphql;
pub mod http;
pub mod live;
pub mod mail;

pub mod demo;
pub mod doctor;
