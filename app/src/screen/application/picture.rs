//! An uploaded file as an address that `<img>` and `<iframe>` can show.
//! **Invariant**: a browser fetches it by itself with its cookie; a native window, which has none,
//! gets the bytes from the app.

use dioxus::prelude::*;
use karta_core::api::Download;
use karta_core::api::account::Device;
use karta_core::application::{Attachment, Media};

use crate::api::{download, url};
use crate::platform;

/// None while it loads or when there is no file.
pub fn use_file<D>(at: D::At, file: Option<Attachment>) -> Option<String>
where
    D: Download,
    D::At: Clone + PartialEq,
{
    let shown = use_resource(use_reactive!(|(at, file)| async move {
        let Attachment { id, media, .. } = file?;
        if platform::device() == Device::Browser {
            // The id makes a replaced file another address.
            return Some(format!("{}?v={id}", url::<D>(&at)));
        }
        let bytes = download::<D>(&at).await.ok()?;
        Some(platform::object_url(bytes, media.name()))
    }));
    shown().flatten()
}

pub const fn is_picture(media: Media) -> bool {
    matches!(media, Media::Jpeg | Media::Png)
}
