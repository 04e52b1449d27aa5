//! The invitation on a member's page: until when the link works, sending it again, another address.
//! **Invariant**: says the same whether or not an account had that address.

use dioxus::prelude::*;
use karta_core::api::family::{MemberState, MemberView};

use super::act::Resend;
use super::edit_place;
use crate::icon::Icon;
use crate::screen::application::when;
use crate::text::use_text;
use crate::ui::button::{ButtonLink, ButtonTone};
use crate::ui::notice::Tone;
use crate::ui::tag::Tag;
use crate::ui::task::Task;

/// Nothing where there is no invitation and none could help now.
#[component]
pub fn Invitation(
    member: MemberView,
    offline: bool,
    onchange: EventHandler<MemberView>,
) -> Element {
    let t = use_text();
    let by = |until| [("date", when::moment(t, until).into())];
    let (mark, tone, text) = match member.state {
        MemberState::WithoutAccount | MemberState::Active { .. } => return rsx! {},
        MemberState::Invited { until } => {
            ("family-is-invited", Tone::Info, t.with("family-invited", &by(until)))
        }
        MemberState::InvitationExpired => {
            ("family-is-expired", Tone::Warn, t.get("family-invitation-expired"))
        }
        MemberState::Declined => {
            ("family-is-declined", Tone::Neutral, t.get("family-invitation-declined"))
        }
        MemberState::OfAge { invite_until } => {
            let until = [("date", when::day_at(t, invite_until).into())];
            ("family-is-of-age", Tone::Warn, t.with("family-invitation-of-age", &until))
        }
    };
    let address = member.email.as_ref().map(|email| email.as_str().to_owned());
    let has_address = address.is_some();
    let change = if has_address { "family-do-address" } else { "family-do-email" };
    rsx! {
        Task { title: t.get("family-invitation"), detail: address, mark: rsx! { Tag { tone, {t.get(mark)} } },
            p { {text} }
            if !offline {
                div { class: "actions",
                    if has_address {
                        Resend { member: member.clone(), onchange }
                    }
                    ButtonLink {
                        to: edit_place(member.id),
                        tone: if has_address { ButtonTone::Quiet } else { ButtonTone::Primary },
                        icon: Icon::Mail,
                        {t.get(change)}
                    }
                }
            }
        }
    }
}
