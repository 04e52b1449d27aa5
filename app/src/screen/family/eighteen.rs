//! What happens on the eighteenth birthday: who loses access, and how the card is handed over.
//! **Invariant**: the day is the one the server counted; from its 00:00 on the card is theirs.

use dioxus::prelude::*;
use karta_core::api::family::{MemberState, MemberView};
use karta_core::time::{Date, day_of, days_between};

use crate::screen::application::when;
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::fold::Fold;

/// From so many days before it on, it stands open.
const NEAR: i32 = 365;

#[component]
pub fn Eighteen(day: Date, member: MemberView) -> Element {
    let t = use_text();
    let app = use_app();
    let near = days_between(day_of(app.now()), day) <= NEAR;
    let has_account = matches!(member.state, MemberState::Active { .. });
    let date = [("date", when::day(t, day).into())];
    rsx! {
        Fold { title: t.with("family-eighteen", &date), open: near,
            p { {t.get("family-eighteen-what")} }
            ol { class: "numbered",
                if has_account {
                    li { {t.get("family-eighteen-account")} }
                } else {
                    if member.email.is_none() {
                        li { {t.get("family-eighteen-email")} }
                    }
                    li { {t.get("family-eighteen-password")} }
                }
                li { {t.get("family-eighteen-card")} }
            }
            p { class: "muted", {t.get("family-eighteen-notice")} }
        }
    }
}
