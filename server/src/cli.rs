//! What the command line understands.

use std::path::PathBuf;

use clap::{Parser, Subcommand};
use portal::integration::Scope;

/// Tongban 通办: one front door to every government service.
#[derive(Debug, Parser)]
#[command(name = "tongban", version, about)]
pub struct Cli {
    /// File of settings; `tongban.toml` in the working folder when it is there.
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// What to do.
    #[command(subcommand)]
    pub verb: Verb,
}

/// What the program can do.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Serve the portal, and do its background work unless told otherwise.
    Serve {
        /// Leave the background work to `tongban work` elsewhere.
        #[arg(long)]
        no_worker: bool,
    },
    /// Do the background work only: mails, certificates, deadlines.
    Work,
    /// Bring the tables of the database up to this version of the program.
    Migrate,
    /// Fill the database with something to look at.
    #[command(subcommand)]
    Seed(Seed),
    /// Bring in data from files.
    #[command(subcommand)]
    Import(Import),
    /// Programs of other offices that may ask by the API.
    #[command(subcommand)]
    ApiClient(ApiClient),
    /// Say what is missing for the portal to run well.
    Doctor,
    /// The settings.
    #[command(subcommand)]
    Config(ConfigVerb),
}

/// What can be seeded.
#[derive(Debug, Subcommand)]
pub enum Seed {
    /// A city that does not exist, with departments, officers, citizens and services.
    Demo,
}

/// What can be imported.
#[derive(Debug, Subcommand)]
pub enum Import {
    /// Service items, one JSON object a line.
    Items {
        /// The file.
        file: PathBuf,
    },
    /// Services with guide, form and flow, published at once.
    Services {
        /// The file: one service or an array of them, as JSON.
        file: PathBuf,
    },
    /// Administrative divisions.
    Divisions {
        /// Folder with the tables.
        dir: PathBuf,
    },
    /// Public holidays and the working days that make up for them.
    Holidays {
        /// Folder with one file a year.
        dir: PathBuf,
    },
}

/// What can be done with API clients.
#[derive(Debug, Subcommand)]
pub enum ApiClient {
    /// Let a program in; prints its token, once.
    Add {
        /// Name of the program, as its office calls it.
        #[arg(long)]
        name: String,
        /// What it may ask, separated by commas: catalogue:read, cases:read.
        #[arg(long, value_delimiter = ',', required = true, value_parser = scope)]
        scope: Vec<Scope>,
        /// Days that the token is good for.
        #[arg(long, default_value_t = 365, value_parser = clap::value_parser!(u32).range(1..=3650))]
        days: u32,
    },
}

/// What can be done with the settings.
#[derive(Debug, Subcommand)]
pub enum ConfigVerb {
    /// Print every setting with its default, ready to be kept as a file.
    Print,
}

fn scope(text: &str) -> Result<Scope, String> {
    Scope::parse(text).ok_or_else(|| "is neither catalogue:read nor cases:read".to_owned())
}
