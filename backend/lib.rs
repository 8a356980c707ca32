//! Samverk: where the people who run climate and environment work in Swedish and Norwegian municipalities learn from
//! each other. The modules below are in reading order: what everything stands on, the rooms, the ways in.

pub mod app;
pub mod clock;
pub mod config;
pub mod db;
pub mod error;
pub mod i18n;
pub mod text;

pub mod people;
pub mod networks;
pub mod programmes;
pub mod actions;
pub mod threads;

pub mod graphql;
pub mod live;
pub mod mail;
pub mod http;

pub mod demo;
pub mod doctor;
