//! One file: a photo or a document.
//! **Invariant**: the real input covers the visible button, so mouse, keyboard, voice and a drop
//! all reach it; an empty or oversized file is told at once and never handed on.

use dioxus::html::FileData;
use dioxus::prelude::*;

use super::button::{Button, ButtonTone};
use super::field::{FieldNotes, described_by};
use super::focus::{FocusMap, focus_element, registers, use_focus};
use super::progress::Progress;
use crate::icon::Icon;
pub use crate::platform::PickedFile;
use crate::platform::{CHOOSES_FILES, NotChosen, choose_file};
use crate::text::{Text, use_text};

/// What the row below the label shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum FileState {
    #[default]
    Empty,
    Sending {
        name: String,
        percent: u8,
    },
    /// `note` says what became of it: its size, when it will be deleted.
    Done {
        name: String,
        note: Option<String>,
        /// Address of a small picture of it.
        preview: Option<String>,
    },
}

impl FileState {
    const fn name(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Sending { .. } => "sending",
            Self::Done { .. } => "done",
        }
    }
}

#[component]
pub fn FileField(
    id: String,
    label: String,
    state: FileState,
    onpick: EventHandler<PickedFile>,
    onremove: Option<EventHandler<()>>,
    /// As in HTML: "image/jpeg,image/png,.pdf".
    accept: String,
    #[props(default = 25)] megabytes: u64,
    hint: Option<String>,
    error: Option<String>,
    /// Asks a phone for its camera: "user" or "environment".
    capture: Option<String>,
    /// The words of the button.
    action: Option<String>,
) -> Element {
    let t = use_text();
    let focus = use_focus();
    let mut reading = use_signal(|| false);
    let mut refused = use_signal(|| None::<String>);
    // Each choice makes a new input, so that the same file can be chosen twice.
    let mut round = use_signal(|| 0_u32);
    let error = refused().or(error);
    let described = described_by(&id, hint.is_some(), error.is_some());
    let take = move |event: FormEvent| {
        let Some(file) = event.files().into_iter().next() else { return };
        round += 1;
        reading.set(true);
        spawn(async move {
            let read = read(t, file, megabytes).await;
            reading.set(false);
            refused.set(read.as_ref().err().cloned());
            if let Ok(file) = read {
                onpick.call(file);
            }
        });
    };
    let (asked_accept, asked_capture) = (accept.clone(), capture.clone());
    let ask = move |event: MouseEvent| {
        if !CHOOSES_FILES {
            return;
        }
        event.prevent_default();
        let (accept, capture) = (asked_accept.clone(), asked_capture.clone());
        spawn(async move {
            let chosen = choose_file(&accept, capture.as_deref(), megabytes * 1_000_000).await;
            let file = chosen.map_err(|why| refusal(t, why, megabytes)).transpose();
            let Some(file) = file else { return };
            let file = file.and_then(|file| not_empty(t, file));
            refused.set(file.as_ref().err().cloned());
            if let Ok(file) = file {
                onpick.call(file);
            }
        });
    };
    let words = action.unwrap_or_else(|| {
        t.get(if state == FileState::Empty { "kit-file-choose" } else { "kit-file-change" })
    });
    rsx! {
        div { class: "field", "data-error": error.is_some().then_some("true"),
            label { class: "field-label", r#for: "{id}", {label} }
            FieldNotes { id: id.clone(), hint, error: error.clone() }
            div { class: "file", "data-state": state.name(),
                FileRow { state: state.clone(), reading: reading(), onremove }
                for round in [round()] {
                    div { class: "file-button focus-within", key: "{round}",
                        span { class: "button", "data-tone": "secondary", "aria-hidden": "true",
                            {Icon::Upload.draw()}
                            {words.clone()}
                        }
                        input {
                            class: "file-input",
                            id: "{id}",
                            name: "{id}",
                            r#type: "file",
                            accept: accept.clone(),
                            capture: capture.clone(),
                            aria_describedby: described.clone(),
                            aria_invalid: error.is_some().then_some("true"),
                            onclick: ask.clone(),
                            onchange: take,
                            onmounted: mounted(focus, &id, round > 0),
                        }
                    }
                }
            }
        }
    }
}

/// The new input stands where the one before it had the focus.
fn mounted(
    map: Option<FocusMap>,
    id: &str,
    takes_over: bool,
) -> impl FnMut(MountedEvent) + 'static {
    let mut register = registers(map, id);
    move |event| {
        let input = event.data();
        register(event);
        if takes_over {
            focus_element(input);
        }
    }
}

#[component]
fn FileRow(state: FileState, reading: bool, onremove: Option<EventHandler<()>>) -> Element {
    let t = use_text();
    if reading {
        return rsx! { Progress { label: t.get("kit-file-reading") } };
    }
    match state {
        FileState::Empty => rsx! {},
        FileState::Sending { name, percent } => rsx! {
            div { class: "file-done",
                {Icon::Document.draw()}
                p { class: "file-name", {name} }
            }
            Progress {
                label: t.with("kit-file-sending", &[("percent", i64::from(percent).into())]),
                percent,
            }
        },
        FileState::Done { name, note, preview } => rsx! {
            div { class: "file-done",
                if let Some(preview) = preview {
                    img { class: "file-preview", src: preview, alt: "" }
                } else {
                    {Icon::Document.draw()}
                }
                p { class: "file-name",
                    span { {name} }
                    if let Some(note) = note {
                        span { class: "muted small", {note} }
                    }
                }
                {Icon::Check.draw()}
                if let Some(onremove) = onremove {
                    Button { tone: ButtonTone::Quiet, onpress: move |()| onremove.call(()), {t.get("kit-remove")} }
                }
            }
        },
    }
}

async fn read(t: Text, file: FileData, megabytes: u64) -> Result<PickedFile, String> {
    if file.size() > megabytes * 1_000_000 {
        return Err(refusal(t, NotChosen::TooLarge, megabytes));
    }
    let bytes = file.read_bytes().await;
    let bytes = bytes.map_err(|_| refusal(t, NotChosen::Unreadable, megabytes))?;
    let media_type = file.content_type().unwrap_or_default();
    not_empty(t, PickedFile { name: file.name(), media_type, bytes: bytes.to_vec() })
}

fn not_empty(t: Text, file: PickedFile) -> Result<PickedFile, String> {
    if file.bytes.is_empty() { Err(t.get("kit-file-empty")) } else { Ok(file) }
}

fn refusal(t: Text, why: NotChosen, megabytes: u64) -> String {
    match why {
        NotChosen::TooLarge => {
            let limit = i64::try_from(megabytes).unwrap_or(i64::MAX);
            t.with("kit-file-too-large", &[("megabytes", limit.into())])
        }
        NotChosen::Unreadable => t.get("kit-file-unreadable"),
    }
}
