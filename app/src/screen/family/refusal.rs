//! What the server may say about a member, as a mistake of its field or as one sentence.
//! **Invariant**: a refusal that has a field stands beside it; nothing typed is lost by any.

use karta_core::api::problem::Code;

use crate::api::ApiError;
use crate::text::Text;
use crate::ui::error_summary::Mistake;

pub fn mistake(t: Text, error: &ApiError) -> Option<Mistake> {
    let (field, key) = match error.code()? {
        Code::EmailNeeded => ("email", "family-email-needed"),
        Code::BadBirthday => ("born", "problem-bad-birthday"),
        Code::AlreadyMember => ("email", "problem-already-member"),
        _ => return None,
    };
    Some(Mistake::new(field, t.get(key)))
}
