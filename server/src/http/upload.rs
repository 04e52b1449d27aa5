//! A photo and a document: in through the worker into the vault, out again to who may see them.
//! **Invariant**: an application names only files that are in the vault; what it no longer names
//! is deleted.

use axum::Router;
use karta_core::api::application::{Attached, GetDocument, GetPhoto, UploadDocument, UploadPhoto};
use karta_core::api::problem::{Code, Problem};
use karta_core::application::{Application, Attachment, Item};
use karta_core::id::{AccountId, ApplicationId, FileId, ResidentId};
use sha2::{Digest, Sha256};

use super::application::load_own;
use super::mount::{Incoming, Outgoing, OutgoingMedia, mount_download, mount_upload};
use super::who::Resident;
use crate::app::App;
use crate::draw;
use crate::failure::Failure;
use crate::store::Tx;
use crate::store::files::StoredFile;
use crate::vault::{FileKind, Label, Sealed, VaultError};
use crate::worker::{Processed, Task, WorkerError};

pub fn routes(router: Router<App>) -> Router<App> {
    let router = mount_upload::<UploadPhoto>(router, photo);
    let router = mount_upload::<UploadDocument>(router, document);
    let router = mount_download::<GetPhoto, _>(router, get_photo);
    mount_download::<GetDocument, _>(router, get_document)
}

type At = (ResidentId, ApplicationId);

async fn photo(app: App, who: Resident, at: At, file: Incoming) -> Result<Attached, Failure> {
    take(app, who, at, file, Task::Photo).await
}

async fn document(app: App, who: Resident, at: At, file: Incoming) -> Result<Attached, Failure> {
    take(app, who, at, file, Task::Document).await
}

async fn get_photo(app: App, who: Resident, at: At) -> Result<Outgoing, Failure> {
    let application = app.store.read(move |tx| load_own(tx, who.account, at)).await?;
    give(&app, application.photo.map(|photo| photo.id)).await
}

async fn get_document(app: App, who: Resident, at: At) -> Result<Outgoing, Failure> {
    let application = app.store.read(move |tx| load_own(tx, who.account, at)).await?;
    give(&app, application.document.map(|document| document.id)).await
}

/// Opens a file for its owner or for the office; who may ask was decided before.
pub(super) async fn give(app: &App, id: Option<FileId>) -> Result<Outgoing, Failure> {
    let id = id.ok_or(Code::NotFound)?;
    let file = app.store.read::<_, Failure>(move |tx| Ok(tx.file(id)?)).await?;
    let file = file.ok_or(Code::NotFound)?;
    let label = Label { id: file.id, owner: file.resident, kind: file.kind };
    let bytes = app.vault.get(&label, &file.sealed).await?;
    let name = match file.kind {
        FileKind::Photo | FileKind::PhotoOriginal => "photo",
        FileKind::Document | FileKind::DocumentOriginal => "document",
    };
    let media = OutgoingMedia::File(file.media);
    Ok(Outgoing { bytes, media, name: name.to_owned() })
}

async fn take(
    app: App,
    who: Resident,
    at: At,
    file: Incoming,
    task: Task,
) -> Result<Attached, Failure> {
    // Before the work: a file that cannot be attached is not opened.
    app.store.read(move |tx| may_attach(&load_own(tx, who.account, at)?, task)).await?;
    let new = keep(&app, who.resident, &file, task).await?;
    let row = new.clone();
    let attached = app.store.write(move |tx| attach(tx, who.account, at, &row, task)).await;
    match attached {
        Ok((attached, old)) => {
            delete_blobs(&app, old).await;
            Ok(attached)
        }
        Err(failure) => {
            delete_blobs(&app, vec![new.sealed, new.original]).await;
            Err(failure)
        }
    }
}

/// The part of the application that the file is.
const fn item(task: Task) -> Item {
    match task {
        Task::Photo | Task::Face => Item::Photo,
        Task::Document => Item::Document,
    }
}

fn may_attach(application: &Application, task: Task) -> Result<(), Failure> {
    match application.editable() {
        Some(None) => Ok(()),
        Some(Some(items)) if items.contains(&item(task)) => Ok(()),
        Some(Some(_)) => Err(Code::Forbidden.into()),
        None => {
            let state = Some(application.state.status());
            Err(Problem { state, ..Problem::new(Code::WrongState) }.into())
        }
    }
}

/// Lets the worker look, and seals what came and what it made of it.
async fn keep(
    app: &App,
    owner: ResidentId,
    file: &Incoming,
    task: Task,
) -> Result<StoredFile, Failure> {
    let processed = app.workers.run(task, &file.bytes).await?;
    seal(app, owner, file, processed, task).await
}

/// Both blobs are in the vault, or neither.
pub(crate) async fn seal(
    app: &App,
    owner: ResidentId,
    file: &Incoming,
    processed: Processed,
    task: Task,
) -> Result<StoredFile, Failure> {
    let (kind, original_kind) = match task {
        Task::Photo | Task::Face => (FileKind::Photo, FileKind::PhotoOriginal),
        Task::Document => (FileKind::Document, FileKind::DocumentOriginal),
    };
    let now = app.clock.now();
    let id = FileId::new(draw::uuid(now));
    let original = Label { id, owner, kind: original_kind };
    let original = app.vault.put(&original, &file.bytes).await?;
    let sealed = match app.vault.put(&Label { id, owner, kind }, &processed.bytes).await {
        Ok(sealed) => sealed,
        Err(error) => {
            delete_blobs(app, vec![original]).await;
            return Err(error.into());
        }
    };
    let came_as = infer::get(&file.bytes).map_or("application/octet-stream", |k| k.mime_type());
    Ok(StoredFile {
        id,
        resident: owner,
        kind,
        media: processed.media,
        bytes: processed.bytes.len() as u64,
        sha256: Sha256::digest(&processed.bytes).to_vec(),
        name: file.name.clone(),
        sealed,
        original_media: came_as.to_owned(),
        original,
        created: now,
    })
}

/// Puts the file in the application; gives the blobs of the one it replaces.
fn attach(
    tx: &mut Tx<'_>,
    author: AccountId,
    at: At,
    new: &StoredFile,
    task: Task,
) -> Result<(Attached, Vec<Sealed>), Failure> {
    let mut application = load_own(tx, author, at)?;
    may_attach(&application, task)?;
    let attachment = attachment(new);
    let place = match task {
        Task::Photo | Task::Face => &mut application.photo,
        Task::Document => &mut application.document,
    };
    let old = place.replace(attachment.clone());
    tx.insert_file(new)?;
    tx.save_application(&mut application)?;
    let blobs = match old {
        Some(old) => forget(tx, old.id)?,
        None => Vec::new(),
    };
    Ok((Attached { attachment, version: application.version }, blobs))
}

pub(crate) fn attachment(file: &StoredFile) -> Attachment {
    Attachment {
        id: file.id,
        media: file.media,
        bytes: file.bytes,
        name: file.name.clone(),
        at: file.created,
    }
}

/// Removes a file's row; its blobs are to be deleted after the commit.
pub(super) fn forget(tx: &mut Tx<'_>, id: FileId) -> Result<Vec<Sealed>, Failure> {
    let Some(file) = tx.file(id)? else { return Ok(Vec::new()) };
    tx.delete_file(id)?;
    Ok(vec![file.sealed, file.original])
}

/// A blob that stays behind holds nothing readable: its key is gone with the row.
pub(crate) async fn delete_blobs(app: &App, blobs: Vec<Sealed>) {
    for blob in blobs {
        if let Err(error) = app.vault.delete(&blob).await {
            tracing::warn!(%error, "a file no longer needed could not be deleted");
        }
    }
}

impl From<VaultError> for Failure {
    fn from(error: VaultError) -> Self {
        match error {
            VaultError::Full => Code::StorageFull.into(),
            error => Self::internal(error),
        }
    }
}

impl From<WorkerError> for Failure {
    fn from(error: WorkerError) -> Self {
        match error {
            WorkerError::Bad(why) => Self::bad_file(why),
            WorkerError::Busy(wait) => {
                Self::later(Code::Busy, u32::try_from(wait.as_secs()).unwrap_or(u32::MAX))
            }
            error @ (WorkerError::Io(_) | WorkerError::Garbled) => Self::internal(error),
        }
    }
}
