//! A form on its way to the server: what is wrong with it, whether it is under way, what came back.
//! **Invariant**: one sending at a time; each press of the button is an attempt of its own, so that
//! the summary of mistakes is read out again.

use dioxus::prelude::*;

use crate::screen::account::mistakes;
use crate::ui::error_summary::{ErrorSummary, Mistake};
use crate::ui::notice::{Notice, Tone};

#[derive(Clone, Copy, PartialEq)]
pub struct Sending {
    mistakes: Signal<Vec<Mistake>>,
    failure: Signal<Option<String>>,
    attempt: Signal<usize>,
    busy: Signal<bool>,
}

pub fn use_sending() -> Sending {
    Sending {
        mistakes: use_signal(Vec::new),
        failure: use_signal(|| None),
        attempt: use_signal(|| 0),
        busy: use_signal(|| false),
    }
}

impl Sending {
    /// The button was pressed. False while what was sent before is under way.
    pub fn begins(self, event: &FormEvent) -> bool {
        event.prevent_default();
        if *self.busy.peek() {
            return false;
        }
        let (mut attempt, mut failure) = (self.attempt, self.failure);
        attempt += 1;
        failure.set(None);
        true
    }

    /// What the fields lack; with nothing wrong it is under way.
    pub fn goes(self, found: Vec<Mistake>) -> bool {
        let is_complete = found.is_empty();
        let (mut mistakes, mut busy) = (self.mistakes, self.busy);
        mistakes.set(found);
        busy.set(is_complete);
        is_complete
    }

    /// It came back: with the mistake of a field, or with a sentence above the form.
    pub fn refused(self, mistake: Option<Mistake>, sentence: String) {
        let (mut mistakes, mut failure) = (self.mistakes, self.failure);
        match mistake {
            Some(mistake) => mistakes.set(vec![mistake]),
            None => failure.set(Some(sentence)),
        }
        self.ends();
    }

    /// Another press may begin anew.
    pub fn ends(self) {
        let mut busy = self.busy;
        busy.set(false);
    }

    pub fn is_under_way(self) -> bool {
        (self.busy)()
    }

    pub fn is_mistaken(self) -> bool {
        !self.mistakes.read().is_empty()
    }

    pub fn mistakes(self) -> Vec<Mistake> {
        (self.mistakes)()
    }

    /// What stands beside that field.
    pub fn beside(self, field: &str) -> Option<String> {
        mistakes::of(&self.mistakes.read(), field)
    }

    /// Above the heading of the page.
    pub fn summary(self) -> Element {
        rsx! {
            ErrorSummary { mistakes: self.mistakes(), attempt: (self.attempt)() }
        }
    }

    /// Above the form: why it came back.
    pub fn told(self) -> Element {
        rsx! {
            if let Some(sentence) = (self.failure)() {
                Notice { tone: Tone::Danger, live: true, {sentence} }
            }
        }
    }
}
