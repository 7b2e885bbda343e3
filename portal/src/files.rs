//! The store of files: a folder or a bucket, everything in it sealed.

use std::sync::Arc;

use bytes::Bytes;
use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt};
use secrecy::ExposeSecret;

use crate::error::Internal;
use crate::sealing::Keys;
use crate::settings::{FilesSettings, Settings};

/// The place that sealed files are bound to, beside their own key.
const TABLE: &str = "files";
const COLUMN: &str = "content";

/// The store of files.
///
/// A file is written before the transaction that refers to it and deleted after the one that no
/// longer does, so a row never points at nothing. Keys are ids made by the portal, with `/` between
/// parts; names that people gave their files stay in the database.
pub struct Files {
    store: Box<dyn ObjectStore>,
    keys: Arc<Keys>,
}

impl Files {
    /// Opens the store that the settings name.
    pub(crate) fn open(settings: &Settings, keys: Arc<Keys>) -> Result<Self, Internal> {
        let store: Box<dyn ObjectStore> = match &settings.files {
            FilesSettings::Folder => {
                let folder = settings.data_dir.join("files");
                std::fs::create_dir_all(&folder)?;
                // Flushed to the disk, as the row that refers to the file will be.
                Box::new(LocalFileSystem::new_with_prefix(folder)?.with_fsync(true))
            }
            FilesSettings::S3 {
                endpoint,
                bucket,
                region,
                access_key,
                secret_key,
                allow_http,
            } => Box::new(
                AmazonS3Builder::new()
                    .with_endpoint(endpoint)
                    .with_bucket_name(bucket)
                    .with_region(region)
                    .with_access_key_id(access_key)
                    .with_secret_access_key(secret_key.expose_secret())
                    .with_allow_http(*allow_http)
                    .build()?,
            ),
        };
        Ok(Self { store, keys })
    }

    /// Stores `content` under `key`, sealed, replacing what was there.
    ///
    /// # Errors
    /// [`Internal`] when the store refuses it.
    pub async fn put(&self, key: &str, content: &[u8]) -> Result<(), Internal> {
        let sealed = self.keys.seal(TABLE, COLUMN, key, content)?;
        self.store
            .put(&Path::parse(key).map_err(wrong_key)?, sealed.into())
            .await?;
        Ok(())
    }

    /// The content stored under `key`, if there is any.
    ///
    /// # Errors
    /// [`Internal`] when the store fails or the file was changed behind our back.
    pub async fn get(&self, key: &str) -> Result<Option<Bytes>, Internal> {
        let found = match self.store.get(&Path::parse(key).map_err(wrong_key)?).await {
            Err(object_store::Error::NotFound { .. }) => return Ok(None),
            found => found?,
        };
        let sealed = found.bytes().await?;
        Ok(Some(self.keys.open(TABLE, COLUMN, key, &sealed)?.into()))
    }

    /// Deletes what is stored under `key`, if there is anything.
    ///
    /// # Errors
    /// [`Internal`] when the store refuses.
    pub async fn delete(&self, key: &str) -> Result<(), Internal> {
        match self
            .store
            .delete(&Path::parse(key).map_err(wrong_key)?)
            .await
        {
            Err(object_store::Error::NotFound { .. }) => Ok(()),
            deleted => Ok(deleted?),
        }
    }
}

fn wrong_key(error: object_store::path::Error) -> Internal {
    Internal::caused("a key of a file is not a path", error)
}
