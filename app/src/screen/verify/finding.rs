//! What the server says of a card, as a verdict.
//! **Invariant**: the server may take a green away; it makes nothing green that did not hold here,
//! except by a number with its six digits.

use karta_core::api::check::{Checked, Finding};
use karta_core::card::credential::About;
use karta_core::card::verdict::{Pass, Verdict};
use karta_core::time::{end_of, seconds, start_of};

/// The verdict on a code whose signatures held, after the server's word.
pub fn of_code(finding: Finding, pass: &Pass) -> Verdict {
    match finding {
        Finding::Valid => Verdict::Valid(pass.clone()),
        Finding::InGrace => Verdict::ValidInGrace(pass.clone()),
        _ => refused(finding),
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
        (Finding::Valid, Some(pass)) => Verdict::Valid(pass),
        (Finding::InGrace, Some(pass)) => Verdict::ValidInGrace(pass),
        (finding, _) => refused(finding),
    }
}

/// The verdict on a printed card, after somebody compared it with a document.
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
    use karta_core::card::verdict::Answer;
    use karta_core::time::Date;

    use super::*;

    fn holder() -> Holder {
        let until = Date::constant(2029, 11, 22);
        Holder { name: "Anna K.".into(), class: Class::Senior, until, photo: None }
    }

    #[test]
    fn a_number_is_green_only_with_its_holder() {
        let checked = |finding, holder| of_number(&Checked { finding, holder }).answer();
        assert_eq!(checked(Finding::Valid, Some(holder())), Answer::Valid);
        assert_eq!(checked(Finding::Valid, None), Answer::CannotTell);
        assert_eq!(checked(Finding::Blocked, Some(holder())), Answer::NotValid);
        assert_eq!(checked(Finding::Unknown, None), Answer::CannotTell);
    }

    #[test]
    fn the_server_takes_a_green_away() {
        let Verdict::Valid(pass) =
            of_number(&Checked { finding: Finding::Valid, holder: Some(holder()) })
        else {
            panic!("not green")
        };
        assert_eq!(of_code(Finding::Blocked, &pass), Verdict::Blocked);
        assert_eq!(of_code(Finding::InGrace, &pass), Verdict::ValidInGrace(pass.clone()));
        assert_eq!(of_document(&Verdict::CheckDocument(pass.clone()), false), Verdict::Forged);
        assert_eq!(of_document(&Verdict::CheckDocument(pass.clone()), true), Verdict::Valid(pass));
    }
}
