//! The questions a gate has asked and still takes answers to.
//! **Invariant**: an answer that was accepted takes its question with it; no question lives longer
//! because another one was asked.

use karta_core::card::challenge::Challenge;
use karta_core::card::codes::CHALLENGE_LIFE;
use karta_core::card::verdict::Asked;
use karta_core::time::Timestamp;

/// A new question this often, in seconds: who scans at the last moment has as long again to answer.
pub const TURN: i64 = 15;

/// A question is known beyond its life, so that a late answer is told apart from a wrong one.
const KNOWN: i64 = 2 * CHALLENGE_LIFE;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Questions(Vec<Asked>);

impl Questions {
    /// Shows a new one.
    pub fn ask(&mut self, challenge: Challenge, now: Timestamp) {
        self.0.retain(|asked| (0..=KNOWN).contains(&age(asked, now)));
        self.0.push(Asked { challenge, at: now });
    }

    /// The one on the screen.
    pub fn shown(&self) -> Option<&Challenge> {
        self.0.last().map(|asked| &asked.challenge)
    }

    /// Seconds until the next one takes its place; none when it is time for one.
    pub fn left(&self, now: Timestamp) -> Option<u8> {
        let age = age(self.0.last()?, now);
        u8::try_from(TURN - age).ok().filter(|_| (0..TURN).contains(&age))
    }

    /// The newest first: most answers are to that one.
    pub fn asked(&self) -> impl Iterator<Item = &Asked> {
        self.0.iter().rev()
    }

    pub fn forget(&mut self, question: &Challenge) {
        self.0.retain(|asked| asked.challenge != *question);
    }
}

fn age(asked: &Asked, now: Timestamp) -> i64 {
    now.duration_since(asked.at).as_secs()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + second).unwrap()
    }

    fn question(number: u8) -> Challenge {
        Challenge::new("Basen Kapry, kasa 1", [number; 16]).unwrap()
    }

    fn ages(questions: &Questions, now: Timestamp) -> Vec<i64> {
        questions.asked().map(|asked| age(asked, now)).collect()
    }

    #[test]
    fn a_new_question_leaves_the_one_before_its_full_time() {
        let mut questions = Questions::default();
        assert_eq!(questions.left(at(0)), None);
        questions.ask(question(1), at(0));
        assert_eq!(questions.left(at(0)), Some(15));
        assert_eq!(questions.left(at(14)), Some(1));
        assert_eq!(questions.left(at(15)), None);
        questions.ask(question(2), at(15));
        assert_eq!(questions.shown(), Some(&question(2)));
        assert_eq!(ages(&questions, at(29)), [14, 29]);
    }

    #[test]
    fn an_accepted_question_is_gone_and_the_other_one_stays() {
        let mut questions = Questions::default();
        questions.ask(question(1), at(0));
        questions.ask(question(2), at(15));
        questions.forget(&question(2));
        assert_eq!(questions.shown(), Some(&question(1)));
        // It is old: a new one is due at once.
        assert_eq!(questions.left(at(16)), None);
        questions.forget(&question(1));
        assert_eq!(questions.shown(), None);
    }

    #[test]
    fn nothing_is_known_for_longer_than_a_minute() {
        let mut questions = Questions::default();
        for (number, second) in (0..8).zip((0..).step_by(15)) {
            questions.ask(question(number), at(second));
        }
        assert_eq!(ages(&questions, at(105)), [0, 15, 30, 45, 60]);
        // A clock that was set back makes none younger.
        questions.ask(question(9), at(50));
        assert_eq!(ages(&questions, at(50)), [0, 5]);
    }
}
