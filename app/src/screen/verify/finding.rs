//! What the server says of a card, as a verdict.
//! **Invariant**: the server may take a green away; it makes nothing green that did not hold here,
//! with one exception: a code whose signatures and dates held against a list that is too old, since
//! the server's word is newer than any list. Digits can be told over a telephone and copied from a
//! device, so they are never green.

use karta_core::api::check::{Checked, Finding};
use karta_core::card::credential::About;
use karta_core::card::verdict::{Answer, Pass, Verdict};
use karta_core::time::{end_of, seconds, start_of};

/// The verdict on a code that was judged here, after the server's word.
pub fn of_code(finding: Finding, before: &Verdict) -> Verdict {
    let held = match before {
        Verdict::Valid(pass)
        | Verdict::ValidInGrace(pass)
        | Verdict::ValidOffline { pass, .. }
        | Verdict::ListOld { pass, .. } => Some(pass.clone()),
        _ => None,
    };
    match (finding, held) {
        (Finding::Valid, Some(pass)) => Verdict::Valid(pass),
        (Finding::InGrace, Some(pass)) => Verdict::ValidInGrace(pass),
        (Finding::Valid | Finding::InGrace, None) => before.clone(),
        (finding, _) => refused(finding),
    }
}

/// The verdict on a number that was typed.
pub fn of_number(checked: &Checked) -> Verdict {
    let pass = checked.holder.as_ref().map(|holder| Pass {
        issuer: String::new(),
        about: About { class: holder.class, flags: 0, initials: None },
        until: end_of(holder.until),
        shown: None,
    });
    match (checked.finding, pass) {
        (Finding::Valid | Finding::InGrace, Some(pass)) => Verdict::CheckDocument(pass),
        (finding, _) => refused(finding),
    }
}

/// The verdict on a code that was judged here, when its photo was given out before.
pub fn of_used(before: &Verdict) -> Verdict {
    let is_green = before.answer() == Answer::Valid;
    if is_green { Verdict::Replayed { seconds: 0 } } else { before.clone() }
}

/// The verdict on paper or digits, after somebody compared it with a document.
pub fn of_document(verdict: &Verdict, is_same: bool) -> Verdict {
    match verdict {
        Verdict::CheckDocument(pass) if is_same => Verdict::Valid(pass.clone()),
        // A true card in somebody else's hand: counted as not valid.
        _ => Verdict::Forged,
    }
}

/// A green one without its holder tells nothing.
fn refused(finding: Finding) -> Verdict {
    match finding {
        Finding::NotYetValid { from } => Verdict::NotYetValid { from: start_of(from) },
        // Its last day is the one to be said.
        Finding::Expired { on } => Verdict::Expired { since: end_of(on) - seconds(1) },
        Finding::Blocked => Verdict::Blocked,
        Finding::Revoked => Verdict::Revoked,
        Finding::NotActivated => Verdict::NotActivated,
        Finding::Valid | Finding::InGrace | Finding::Unknown => Verdict::UnknownCard,
    }
}

#[cfg(test)]
mod tests {
    use karta_core::api::check::Holder;
    use karta_core::card::Class;
    use karta_core::time::Date;

    use super::*;

    fn holder() -> Holder {
        let until = Date::constant(2029, 11, 22);
        Holder { name: "Anna K.".into(), class: Class::Senior, until, photo: None }
    }

    #[test]
    fn a_number_is_never_green() {
        let checked = |finding, holder| of_number(&Checked { finding, holder }).answer();
        for finding in [Finding::Valid, Finding::InGrace] {
            assert_eq!(checked(finding, Some(holder())), Answer::CannotTell);
        }
        assert_eq!(checked(Finding::Valid, None), Answer::CannotTell);
        assert_eq!(checked(Finding::Blocked, Some(holder())), Answer::NotValid);
        assert_eq!(checked(Finding::Unknown, None), Answer::CannotTell);
    }

    fn pass() -> Pass {
        let checked = Checked { finding: Finding::Valid, holder: Some(holder()) };
        of_number(&checked).pass().cloned().unwrap()
    }

    #[test]
    fn the_server_takes_a_green_away() {
        let pass = pass();
        let green = Verdict::Valid(pass.clone());
        assert_eq!(of_code(Finding::Unknown, &green), Verdict::UnknownCard);
        assert_eq!(of_used(&green), Verdict::Replayed { seconds: 0 });
        assert_eq!(of_used(&Verdict::Revoked), Verdict::Revoked);
        assert_eq!(of_code(Finding::Blocked, &green), Verdict::Blocked);
        assert_eq!(of_code(Finding::InGrace, &green), Verdict::ValidInGrace(pass.clone()));
        assert_eq!(of_document(&Verdict::CheckDocument(pass.clone()), false), Verdict::Forged);
        assert_eq!(of_document(&Verdict::CheckDocument(pass.clone()), true), Verdict::Valid(pass));
    }

    #[test]
    fn the_server_makes_green_only_what_waited_for_a_newer_list() {
        let pass = pass();
        let as_of = pass.until;
        let old = Verdict::ListOld { pass: pass.clone(), as_of };
        assert_eq!(of_code(Finding::Valid, &old), Verdict::Valid(pass.clone()));
        assert_eq!(of_code(Finding::Revoked, &old), Verdict::Revoked);
        let others = [
            Verdict::CheckDocument(pass),
            Verdict::ListExpired { as_of },
            Verdict::NoList,
            Verdict::Revoked,
            Verdict::StaleCode { seconds: 50 },
            Verdict::Replayed { seconds: 5 },
            Verdict::WrongClock,
            Verdict::UnknownKey,
            Verdict::Forged,
        ];
        for other in others {
            assert_eq!(of_code(Finding::Valid, &other), other);
            assert_eq!(of_code(Finding::InGrace, &other), other);
        }
    }
}
