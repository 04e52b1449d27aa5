//! Photo and first name of the holder, once, for a code that is fresh.
//! **Invariant**: asked after the verdict is on the screen; what arrives is dropped with it.

use std::rc::Rc;

use dioxus::prelude::*;
use karta_core::api::check::{Holder, ShowHolder, ShownCode};
use karta_core::api::problem::Code;
use karta_core::base64::Base64;
use karta_core::card::verdict::Verdict;

use super::finding;
use super::till::{Answered, Till};
use crate::api::{ApiError, call};
use crate::platform;
use crate::state::use_app;

#[derive(Clone, PartialEq)]
pub enum Face {
    /// Nobody asks: switched off, or nothing to ask with.
    NotAsked,
    Asked,
    Here(Shown),
    /// The initials stay; the key of the sentence that says why.
    Missing(&'static str),
}

/// The holder, as far as the server showed one.
#[derive(Clone, PartialEq)]
pub struct Shown {
    pub holder: Holder,
    pub photo: Option<Rc<Photo>>,
}

/// A picture in memory; dropping it lets go of its bytes.
#[derive(PartialEq)]
pub struct Photo {
    pub url: String,
}

impl Drop for Photo {
    fn drop(&mut self) {
        platform::release_url(&self.url);
    }
}

impl Shown {
    fn new(mut holder: Holder) -> Self {
        let photo = holder
            .photo
            .take()
            .map(|Base64(bytes)| Rc::new(Photo { url: platform::object_url(bytes, "image/jpeg") }));
        Self { holder, photo }
    }
}

/// The choice of this device; photos are shown unless somebody said no.
const CHOICE: &str = "check-photo";

pub fn is_wanted() -> bool {
    platform::recall(CHOICE).is_none()
}

pub fn want(wanted: bool) {
    if wanted { platform::forget(CHOICE) } else { platform::remember(CHOICE, "no") }
}

/// Asks for the holder of that answer, and lets the verdict follow what the server says.
pub fn use_face(till: Till, answer: &Answered, verdict: Signal<Verdict>) -> Signal<Face> {
    let app = use_app();
    let code = answer.code.clone().filter(|_| has_face(&answer.verdict));
    let first = match (&answer.holder, &code) {
        (Some(holder), _) => Face::Here(Shown::new(holder.clone())),
        (None, Some(_)) if !is_wanted() => Face::NotAsked,
        (None, Some(_)) if !app.online() => Face::Missing("check-face-offline"),
        (None, Some(_)) => Face::Asked,
        (None, None) => Face::NotAsked,
    };
    let face = use_signal(move || first);
    use_future(move || {
        let code = code.clone().filter(|_| *face.peek() == Face::Asked);
        async move {
            if let Some(code) = code {
                ask(till, code, face, verdict).await;
            }
        }
    });
    face
}

/// A printed code is the same every time: it buys nothing.
fn has_face(verdict: &Verdict) -> bool {
    verdict.pass().is_some_and(|pass| pass.shown.is_some())
}

async fn ask(till: Till, code: String, mut face: Signal<Face>, verdict: Signal<Verdict>) {
    match call::<ShowHolder>(&(), &ShownCode { code }).await {
        Ok(checked) => {
            let after = finding::of_code(checked.finding, &verdict.peek());
            turn(till, verdict, &after);
            face.set(match checked.holder.filter(|_| after.pass().is_some()) {
                Some(holder) => Face::Here(Shown::new(holder)),
                None => Face::NotAsked,
            });
        }
        Err(why) => {
            if why.code() == Some(Code::CodeUsed) {
                let after = finding::of_used(&verdict.peek());
                turn(till, verdict, &after);
            }
            face.set(Face::Missing(missing(&why)));
        }
    }
}

fn turn(till: Till, mut verdict: Signal<Verdict>, after: &Verdict) {
    let before = verdict.peek().clone();
    if before != *after {
        till.turned(&before, after);
        verdict.set(after.clone());
    }
}

fn missing(why: &ApiError) -> &'static str {
    match why {
        ApiError::Offline => "check-face-offline",
        _ => match why.code() {
            Some(Code::CodeUsed) => "check-face-used",
            Some(Code::NotFresh) => "check-face-not-fresh",
            _ => "check-face-failed",
        },
    }
}
