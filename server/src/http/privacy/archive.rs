//! My data as one ZIP: `data.json` for programs, `index.html` for people, and the files.
//! **Invariant**: one transaction reads it all, for one account; nothing is in it that this account
//! could not read operation by operation.

mod contents;
mod page;

use std::io::{Cursor, Write};

use karta_core::api::problem::Code;
use karta_core::time::day_of;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::super::mount::{Outgoing, OutgoingMedia};
use super::super::upload::give;
use super::super::who::SignedIn;
use crate::app::App;
use crate::failure::Failure;

pub(super) async fn get(app: App, who: SignedIn, (): ()) -> Result<Outgoing, Failure> {
    let now = app.clock.now();
    // Nothing is changed; but whoever takes everything out is in the trail.
    let work = app.store.write(move |tx| contents::read(tx, who.account, now));
    let contents = work.await?.ok_or(Code::SignIn)?;
    // Packing takes a core for a moment, as drawing does.
    let _turn = app.printers.acquire().await.map_err(Failure::internal)?;
    let mut files = Vec::new();
    for (path, id) in contents.files() {
        files.push((path, give(&app, Some(id)).await?.bytes));
    }
    let shared = app.clone();
    let packed = tokio::task::spawn_blocking(move || {
        let page = page::page(&shared, &contents);
        let data = serde_json::to_vec_pretty(&contents).map_err(Failure::internal)?;
        pack(&data, page.as_bytes(), &files).map_err(Failure::internal)
    });
    let bytes = packed.await.map_err(Failure::internal)??;
    let name = format!("karta-dane-{}.zip", day_of(now));
    Ok(Outgoing { bytes, media: OutgoingMedia::Zip, name })
}

fn pack(
    data: &[u8],
    page: &[u8],
    files: &[(String, Vec<u8>)],
) -> Result<Vec<u8>, zip::result::ZipError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let texts = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    // Pictures and PDFs are packed already.
    let pictures = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    zip.start_file("index.html", texts)?;
    zip.write_all(page)?;
    zip.start_file("data.json", texts)?;
    zip.write_all(data)?;
    for (path, bytes) in files {
        zip.start_file(path.as_str(), pictures)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}
