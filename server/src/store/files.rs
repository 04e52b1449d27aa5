//! Where uploads lie and how they open.
//! **Invariant**: a row is there only while both of its blobs are.

use karta_core::application::Media;
use karta_core::id::{FileId, ResidentId};
use karta_core::time::Timestamp;

use super::{StoreError, Tx, statements};
use crate::vault::{FileKind, Sealed};

statements! {
    FILE = "
        select id, resident, kind, media, bytes, sha256, name, path, wrapped_key, original_media,
            original_path, original_wrapped_key, created_at
        from files where id = $1";
    INSERT_FILE = "
        insert into files (id, resident, kind, media, bytes, sha256, name, path, wrapped_key,
            original_media, original_path, original_wrapped_key, created_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    DELETE_FILE = "delete from files where id = $1";
}

/// An upload: as the office sees it, and as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredFile {
    pub id: FileId,
    pub resident: ResidentId,
    pub kind: FileKind,
    pub media: Media,
    pub bytes: u64,
    pub sha256: Vec<u8>,
    pub name: String,
    pub sealed: Sealed,
    /// The type the sender claimed; for the record only.
    pub original_media: String,
    pub original: Sealed,
    pub created: Timestamp,
}

impl Tx<'_> {
    pub fn file(&mut self, id: FileId) -> Result<Option<StoredFile>, StoreError> {
        let row = self.row(FILE, &[id.into()])?;
        row.map(|row| {
            let mut cells = row.cells("files");
            Ok(StoredFile {
                id: cells.take()?,
                resident: cells.take()?,
                kind: cells.word(FileKind::named)?,
                media: cells.word(media_named)?,
                bytes: cells.take()?,
                sha256: cells.take()?,
                name: cells.take()?,
                sealed: Sealed { path: cells.take()?, wrapped_key: cells.take()? },
                original_media: cells.take()?,
                original: Sealed { path: cells.take()?, wrapped_key: cells.take()? },
                created: cells.take()?,
            })
        })
        .transpose()
    }

    pub fn insert_file(&mut self, file: &StoredFile) -> Result<(), StoreError> {
        let values = [
            file.id.into(),
            file.resident.into(),
            file.kind.name().into(),
            file.media.name().into(),
            file.bytes.into(),
            file.sha256.clone().into(),
            (&file.name).into(),
            (&file.sealed.path).into(),
            file.sealed.wrapped_key.clone().into(),
            (&file.original_media).into(),
            (&file.original.path).into(),
            file.original.wrapped_key.clone().into(),
            file.created.into(),
        ];
        self.exec_one(INSERT_FILE, &values)
    }

    pub fn delete_file(&mut self, id: FileId) -> Result<(), StoreError> {
        self.exec(DELETE_FILE, &[id.into()]).map(drop)
    }
}

fn media_named(name: &str) -> Option<Media> {
    [Media::Jpeg, Media::Png, Media::Pdf].into_iter().find(|media| media.name() == name)
}
