//! The document that proves the ground: which page, what it looks like, the file.
//! **Invariant**: what to send is the town's sentence for the chosen ground.

use dioxus::prelude::*;
use karta_core::api::application::{GetDocument, UploadDocument};
use karta_core::application::Item;
use karta_core::application::form::Gap;
use karta_core::application::page::Field as At;

use crate::screen::application::filling::Filling;
use crate::screen::application::gap::beside;
use crate::screen::application::picture::{is_picture, use_file};
use crate::screen::application::said;
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::document_guide::DocumentGuide;
use crate::ui::file_field::{FileField, FileState, PickedFile};
use crate::ui::notice::Notice;
use crate::ui::progress::Progress;

#[component]
pub fn Document(filling: Filling, gaps: Vec<Gap>) -> Element {
    let t = use_text();
    let app = use_app();
    let mut sending = use_signal(|| false);
    let mut refused = use_signal(|| None::<String>);
    let document = filling.document();
    let address = use_file::<GetDocument>(filling.place(), document.clone());
    let picture = document.as_ref().is_some_and(|document| is_picture(document.media));
    let asked = app.town().and_then(|town| {
        let key = filling.draft().ground?;
        town.ground(&key).map(|ground| said(t, &ground.document))
    });
    let pick = move |file: PickedFile| {
        sending.set(true);
        refused.set(None);
        spawn(async move {
            let sent = filling.attach::<UploadDocument>(Item::Document, file).await;
            sending.set(false);
            refused.set(sent.err().map(|error| error.sentence(t)));
        });
    };
    let state = document.map_or(FileState::Empty, |document| FileState::Done {
        name: document.name,
        note: Some(t.get("application-file-accepted")),
        preview: address.clone().filter(|_| picture),
    });
    let missing = beside(t, &gaps, At::Document).filter(|_| state == FileState::Empty);
    let parts = [
        "application-document-part-form",
        "application-document-part-office",
        "application-document-part-name",
        "application-document-part-address",
    ];
    rsx! {
        if let Some(asked) = asked {
            Notice { title: t.get("application-document-asked"), p { {asked} } }
        }
        DocumentGuide {
            label: t.get("application-document-example"),
            parts: parts.map(|key| t.get(key)).to_vec(),
        }
        FileField {
            id: At::Document.name(),
            label: t.get("application-document"),
            hint: t.get("application-document-hint"),
            accept: "application/pdf,.pdf,image/jpeg,image/png",
            state,
            error: refused().or(missing),
            onpick: pick,
        }
        if sending() {
            Progress { label: t.get("application-document-sending") }
        } else if let Some(address) = address {
            p {
                a { href: address, target: "_blank", rel: "noopener", {t.get("application-document-open")} }
            }
        }
    }
}
