//! How an invitation ended, and where to go from there.
//! **Invariant**: none of these is a dead end.

use dioxus::prelude::*;

use crate::icon::Icon;
use crate::text::use_text;
use crate::ui::button::{ButtonLink, ButtonTone};
use crate::ui::empty::Empty;
use crate::ui::page::Page;
use crate::ui::panel::Panel;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The account is there; nobody is signed in by that.
    Created,
    Joined,
    /// The child is in the family of this account now.
    Guardian,
    Declined,
    /// Used, replaced by another, or too old.
    Expired,
    /// Opened without the link of the mail.
    NoLink,
}

#[component]
pub fn Over(outcome: Outcome) -> Element {
    let t = use_text();
    let (title, next) = match outcome {
        Outcome::Created => ("invite-created", "invite-created-next"),
        Outcome::Joined => ("invite-joined", "invite-joined-next"),
        Outcome::Guardian => ("invite-guardian-done", "invite-guardian-done-next"),
        Outcome::Declined => ("invite-declined", "invite-declined-next"),
        Outcome::Expired => ("activation-expired", "invite-expired-next"),
        Outcome::NoLink => ("invite-no-link", "invite-no-link-next"),
    };
    match outcome {
        Outcome::Created | Outcome::Joined | Outcome::Guardian => rsx! {
            Page { title: t.get(title),
                Panel { title: t.get(title), p { {t.get(next)} } }
                div { class: "actions",
                    match outcome {
                        Outcome::Created => rsx! { ButtonLink { to: "/zaloguj", {t.get("sign-in-title")} } },
                        Outcome::Guardian => rsx! { ButtonLink { to: "/rodzina", {t.get("family-title")} } },
                        _ => rsx! { ButtonLink { to: "/karta", {t.get("my-card")} } },
                    }
                }
            }
        },
        Outcome::Declined | Outcome::Expired | Outcome::NoLink => rsx! {
            Page { heading: t.get(title),
                Empty { icon: Icon::Mail, title: t.get(next),
                    div { class: "actions",
                        ButtonLink { to: "/zaloguj", {t.get("sign-in-title")} }
                        ButtonLink { to: "/", tone: ButtonTone::Secondary, {t.get("not-found-start")} }
                    }
                }
            }
        },
    }
}
