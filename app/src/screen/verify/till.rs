//! One verifier at work: a scan in, its answer out, and what is remembered of it.
//! **Invariant**: the verdict is core's alone; a code and its holder are gone with the answer.

use dioxus::prelude::*;
use karta_core::api::check::{Checked, Holder};
use karta_core::card::challenge::Challenge;
use karta_core::card::verdict::{Answer, Verdict};

use super::in_view::{Left, digest, is_still_there};
use super::questions::Questions;
use super::{cues, finding};
use crate::platform::{self, Cue};
use crate::state::lists::{Lists, use_lists};
use crate::state::recent::{Recent, use_recent};
use crate::state::tally::{Tally, use_tally};
use crate::ui::focus::{FocusMap, use_focus};

/// Where a scan came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    Camera,
    Picture,
    /// The box for a code's text.
    Text,
    /// A scanner that types.
    Keys,
    /// A card's number and six digits.
    Number,
    /// To this device's own question.
    Reply,
}

impl Source {
    /// The box the focus goes back to.
    const fn field(self) -> Option<&'static str> {
        match self {
            Self::Text => Some(super::other_ways::FIELD),
            Self::Number => Some(super::number::FIELD),
            Self::Camera | Self::Picture | Self::Keys | Self::Reply => None,
        }
    }
}

/// One check, answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Answered {
    pub verdict: Verdict,
    pub source: Source,
    /// Seconds since a card of the same holder was checked here.
    pub again: Option<i64>,
    /// What the server may be asked a photo for.
    pub code: Option<String>,
    /// What the server has said already.
    pub holder: Option<Holder>,
}

#[derive(Clone, Copy, PartialEq)]
pub struct Till {
    pub lists: Lists,
    tally: Tally,
    recent: Recent,
    answered: Signal<Option<Answered>>,
    /// Counts the answers: each is another screen.
    number: Signal<u32>,
    current: CopyValue<u64>,
    left: CopyValue<Option<Left>>,
    focus: Option<FocusMap>,
}

pub fn use_till() -> Till {
    Till {
        lists: use_lists(),
        tally: use_tally(),
        recent: use_recent(),
        answered: use_signal(|| None),
        number: use_signal(|| 0),
        current: use_hook(|| CopyValue::new(0)),
        left: use_hook(|| CopyValue::new(None)),
        focus: use_focus(),
    }
}

impl Till {
    pub fn answered(self) -> Option<(u32, Answered)> {
        (self.answered)().map(|answered| ((self.number)(), answered))
    }

    /// Nothing new is looked at: an answer stands, or there is nothing to judge by yet.
    pub fn is_busy(self) -> bool {
        self.answered.read().is_some() || self.lists.is_waiting()
    }

    pub fn tally(self) -> Tally {
        self.tally
    }

    /// A code shown to people. One that comes before the lists were read waits for them.
    pub fn scan(self, text: String, source: Source) {
        if self.lists.is_waiting() {
            spawn(async move {
                self.lists.settled().await;
                self.judge(text, source);
            });
        } else {
            self.judge(text, source);
        }
    }

    fn judge(self, text: String, source: Source) {
        if self.is_settled(&text, source) {
            return;
        }
        self.look_at(&text);
        let now = self.lists.now();
        let verdict = self.recent.judge(self.lists.check(&text, now), now);
        let again = self.recent.again(&verdict, now);
        self.answer(Answered { verdict, source, again, code: Some(text), holder: None });
    }

    /// An answer at a gate; says which question it has used up, if it was accepted.
    pub fn reply(self, text: &str, source: Source, questions: &Questions) -> Option<Challenge> {
        if self.is_settled(text, source) {
            return None;
        }
        // Without a question nothing is an answer.
        questions.shown()?;
        let now = self.lists.now();
        let mut judged =
            questions.asked().map(|asked| (asked, self.lists.check_answer(text, asked, now)));
        let own = judged.find(|(_, verdict)| *verdict != Verdict::OtherQuestion);
        let verdict = own.as_ref().map_or(Verdict::OtherQuestion, |(_, verdict)| verdict.clone());
        // Posters and other people's codes come by: nobody is waiting for an answer to those.
        if verdict == Verdict::NotOurCode {
            return None;
        }
        self.look_at(text);
        let is_used = verdict.pass().is_some();
        let source = Source::Reply;
        self.answer(Answered { verdict, source, again: None, code: None, holder: None });
        own.filter(|_| is_used).map(|(asked, _)| asked.challenge.clone())
    }

    /// Nothing to judge: an answer stands, or this code had its own and has not left since. A
    /// scanner in somebody's hand is a decision; a camera sees what it sees.
    fn is_settled(self, text: &str, source: Source) -> bool {
        if source == Source::Keys {
            return false;
        }
        let mut left = self.left;
        let mut is_seen = || is_still_there(&mut left.write(), digest(text), self.lists.now());
        self.answered.peek().is_some() || source == Source::Camera && is_seen()
    }

    fn look_at(self, text: &str) {
        let mut current = self.current;
        current.set(digest(text));
    }

    /// What the server said to a number and its digits.
    pub fn number(self, checked: Checked) {
        let verdict = finding::of_number(&checked);
        let (source, holder) = (Source::Number, checked.holder);
        self.answer(Answered { verdict, source, again: None, code: None, holder });
    }

    fn answer(self, answer: Answered) {
        cues::give(cue(&answer.verdict));
        self.tally.note(&answer.verdict);
        let (mut answered, mut number) = (self.answered, self.number);
        number += 1;
        answered.set(Some(answer));
    }

    /// The server knows better than what was shown.
    pub fn turned(self, before: &Verdict, after: &Verdict) {
        if before.answer() != after.answer() {
            cues::give(cue(after));
        }
        self.tally.correct(after);
    }

    /// The person at the till has compared a printed card with a document.
    pub fn compared(self, verdict: &Verdict, is_same: bool) {
        self.tally.correct(&finding::of_document(verdict, is_same));
        self.next();
    }

    /// Somebody asked for the next one. What was accepted is not answered again while it stays in
    /// view; what was not may be tried again at once.
    pub fn next(self) {
        let is_accepted = |verdict: &Verdict| {
            verdict.pass().is_some() || matches!(verdict, Verdict::Replayed { .. })
        };
        let is_settled = self.answered.peek().as_ref().is_some_and(|was| is_accepted(&was.verdict));
        if is_settled { self.leave() } else { self.back() }
    }

    /// Nobody pressed anything.
    pub fn leave(self) {
        let mut left = self.left;
        left.set(Some(Left::new(*self.current.peek(), self.lists.now())));
        self.back();
    }

    fn back(self) {
        let mut answered = self.answered;
        let field = answered.peek().as_ref().and_then(|was| was.source.field());
        answered.set(None);
        if let (Some(focus), Some(field)) = (self.focus, field) {
            platform::spawn(async move {
                // What was covered takes no focus before it is drawn again.
                platform::sleep(50).await;
                focus.focus(field);
            });
        }
    }
}

fn cue(verdict: &Verdict) -> Cue {
    match verdict.answer() {
        Answer::Valid => Cue::Good,
        Answer::NotValid => Cue::Bad,
        Answer::CannotTell => Cue::Unsure,
    }
}

#[cfg(test)]
mod tests;
