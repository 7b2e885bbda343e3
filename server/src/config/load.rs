//! Reading the settings: defaults, file, environment, in this order.

use std::collections::HashMap;
use std::path::Path;

use config::{Environment, File, FileFormat};

use super::{Config, DEFAULTS, Refused};

/// The file that is read when none is named, if it is there.
const USUAL_FILE: &str = "tongban.toml";

/// Why the program cannot start with these settings.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// A file cannot be read, a key is unknown, or a value has the wrong shape.
    #[error("settings: {0}")]
    Shape(#[from] config::ConfigError),
    /// Every key has its shape, but they cannot work.
    #[error(transparent)]
    Refused(#[from] Refused),
}

/// Reads and checks the settings. `file` must exist when it is named; `environment` is the whole
/// environment of the process, of which only `TONGBAN__…` and `DATABASE_URL` count.
///
/// Files that hold secrets are read here, so that a missing one is known at once. In development a
/// master key is made when there is none, see [`super::secrets`].
///
/// # Errors
/// The first shape that does not fit, or all the values that cannot work together.
pub fn load(
    file: Option<&Path>,
    environment: impl IntoIterator<Item = (String, String)>,
) -> Result<Config, LoadError> {
    let machine = match file {
        Some(path) => File::from(path).format(FileFormat::Toml).required(true),
        None => File::new(USUAL_FILE, FileFormat::Toml).required(false),
    };
    let mut config: Config = config::Config::builder()
        .add_source(File::from_str(DEFAULTS, FileFormat::Toml))
        .add_source(machine)
        .add_source(
            Environment::with_prefix("TONGBAN")
                .prefix_separator("__")
                .separator("__")
                .source(Some(ours(environment))),
        )
        .build()?
        .try_deserialize()?;
    super::secrets::read(&mut config)?;
    super::check::check(&config)?;
    Ok(config)
}

/// The part of the environment that counts. `DATABASE_URL` is what platforms set for a program; the
/// name of our own wins over it.
fn ours(environment: impl IntoIterator<Item = (String, String)>) -> HashMap<String, String> {
    let mut ours = HashMap::new();
    let mut platform_database = None;
    for (key, value) in environment {
        if key == "DATABASE_URL" {
            platform_database = Some(value);
        } else if key.starts_with("TONGBAN__") {
            ours.insert(key, value);
        }
    }
    if let Some(url) = platform_database
        && !ours.contains_key("TONGBAN__DATABASE__URL_FILE")
    {
        ours.entry("TONGBAN__DATABASE__URL".to_owned())
            .or_insert(url);
    }
    ours
}
