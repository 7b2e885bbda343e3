//! Entities: one module a table, no logic.
//!
//! Conventions of every table:
//!
//! - Ids are UUIDv7 text made by the use cases, so a key never says how many rows there are.
//! - Instants are [`DateTimeUtc`](sea_orm::entity::prelude::DateTimeUtc) of millisecond precision;
//!   civil days are plain dates in UTC+8.
//! - A *sealed* column holds ciphertext bound to its table, column and row. A *blind index* is a
//!   keyed hash that finds a sealed value without opening it.
//! - JSON and lists of keys are text, read and written by the use cases alone, so that both
//!   databases hold the same bytes.
//! - Enumerations are text or the code of the national standard; the types live in the domain.

pub mod access_record;
pub mod account;
pub mod api_client;
pub mod assignment_rule;
pub mod audit;
pub mod calendar_day;
pub mod calendar_year;
pub mod case_answers;
pub mod case_answers_version;
pub mod case_assignment;
pub mod case_document;
pub mod case_event;
pub mod case_message;
pub mod case_note;
pub mod case_search;
pub mod case_step;
pub mod certificate;
pub mod consultation;
pub mod counter;
pub mod default_evaluation;
pub mod department;
pub mod division;
pub mod draft_reminder;
pub mod evaluation;
pub mod hand_over;
pub mod item_life_event;
pub mod item_people_group;
pub mod item_topic;
pub mod job;
pub mod library_material;
pub mod material;
pub mod monthly_count;
pub mod monthly_figure;
pub mod notice;
pub mod notice_delivery;
pub mod notice_preference;
pub mod officer;
pub mod officer_absence;
pub mod opinion_template;
pub mod rectification;
pub mod rectification_step;
pub mod register_health_card;
pub mod register_population;
pub mod register_social_security;
pub mod saved_filter;
pub mod service_case;
pub mod service_definition;
pub mod service_draft;
pub mod service_item;
pub mod service_standing;
pub mod session;
pub mod site_report;
pub mod supervision_finding;
pub mod supervision_rules;
pub mod upload_tally;
