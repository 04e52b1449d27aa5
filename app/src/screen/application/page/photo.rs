//! The photo for the card: what makes a good one, the file, and what the office will see.
//! **Invariant**: the picked file is sent at once; a refusal says why and what to do.

use dioxus::prelude::*;
use karta_core::api::application::{GetPhoto, UploadPhoto};
use karta_core::application::Item;
use karta_core::application::form::Gap;
use karta_core::application::page::Field as At;

use crate::screen::application::filling::Filling;
use crate::screen::application::gap::beside;
use crate::screen::application::picture::use_file;
use crate::text::use_text;
use crate::ui::file_field::{FileField, FileState, PickedFile};
use crate::ui::photo_guide::{PhotoFrame, PhotoGuide};
use crate::ui::progress::Progress;

#[component]
pub fn Photo(filling: Filling, gaps: Vec<Gap>) -> Element {
    let t = use_text();
    let mut sending = use_signal(|| false);
    let mut refused = use_signal(|| None::<String>);
    let photo = filling.photo();
    let preview = use_file::<GetPhoto>(filling.place(), photo.clone());
    let pick = move |file: PickedFile| {
        sending.set(true);
        refused.set(None);
        spawn(async move {
            let sent = filling.attach::<UploadPhoto>(Item::Photo, file).await;
            sending.set(false);
            refused.set(sent.err().map(|error| error.sentence(t)));
        });
    };
    let state = photo.map_or(FileState::Empty, |photo| FileState::Done {
        name: photo.name,
        note: Some(t.get("application-file-accepted")),
        preview: None,
    });
    let missing = beside(t, &gaps, At::Photo).filter(|_| state == FileState::Empty);
    rsx! {
        PhotoGuide {
            rules: ["application-photo-rule-face", "application-photo-rule-light", "application-photo-rule-background", "application-photo-rule-head"]
                .map(|key| t.get(key))
                .to_vec(),
        }
        FileField {
            id: At::Photo.name(),
            label: t.get("application-photo"),
            hint: t.get("application-photo-hint"),
            accept: "image/jpeg,image/png",
            state,
            error: refused().or(missing),
            onpick: pick,
        }
        if sending() {
            Progress { label: t.get("application-photo-sending") }
        } else if let Some(source) = preview {
            PhotoFrame {
                source,
                label: t.get("application-photo-result"),
                caption: t.get("application-photo-result-hint"),
            }
        }
    }
}
