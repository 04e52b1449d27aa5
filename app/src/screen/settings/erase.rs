//! "Usuń konto": what goes, what stays and until when, then the password and a last question.
//! **Invariant**: nobody presses without having been told; afterwards nothing of the person is left
//! on this device.

use dioxus::prelude::*;
use karta_core::api::card::Confirmed;
use karta_core::api::privacy::{
    EraseAccount, ErasurePlan, Fate, PlanErasure, ResidentFate, Stay, StayWhat,
};

use super::loaded::loaded;
use super::with_password::WithPassword;
use crate::api::{ApiError, call};
use crate::icon::Icon;
use crate::platform;
use crate::screen::application::when;
use crate::screen::signed_in::SignedIn;
use crate::state::load::use_load;
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::button::{Button, ButtonLink, ButtonTone};
use crate::ui::dialog::Dialog;
use crate::ui::empty::Empty;
use crate::ui::notice::{Notice, Tone};
use crate::ui::page::Page;
use crate::ui::panel::Panel;
use crate::ui::summary_list::{SummaryList, SummaryRow};

#[component]
pub fn SettingsErase() -> Element {
    let t = use_text();
    let app = use_app();
    let is_done = use_signal(|| false);
    if is_done() {
        return rsx! {
            Page { title: t.get("privacy-erased"),
                Panel { title: t.get("privacy-erased"), p { {t.get("privacy-erased-what")} } }
                div { class: "actions", ButtonLink { to: "/", tone: ButtonTone::Secondary, {t.get("not-found-start")} } }
            }
        };
    }
    let heading = t.get("privacy-erase");
    let is_staff = app.me().is_some_and(|me| me.role.is_staff());
    rsx! {
        SignedIn { heading: heading.clone(), next: "/ustawienia/usun",
            Page { heading, back: "/ustawienia/prywatnosc",
                if is_staff {
                    Empty { icon: Icon::Lock, title: t.get("privacy-erase-staff") }
                } else {
                    Known { is_done }
                }
            }
        }
    }
}

#[component]
fn Known(is_done: Signal<bool>) -> Element {
    let t = use_text();
    let load = use_load::<PlanErasure>(|| ());
    loaded(t, load, |plan| {
        rsx! {
            Plan { plan }
            Last { is_done }
        }
    })
}

#[component]
fn Plan(plan: ErasurePlan) -> Element {
    let t = use_text();
    rsx! {
        p { {t.get("privacy-erase-what")} }
        if !plan.residents.is_empty() {
            SummaryList { title: t.get("privacy-erase-whom"),
                for ResidentFate { resident, name, fate } in plan.residents {
                    SummaryRow { key: "{resident}", label: name.display(),
                        value: t.get(match fate {
                            Fate::Erased => "privacy-fate-erased",
                            Fate::Stays => "privacy-fate-stays",
                        }),
                    }
                }
            }
        }
        if !plan.stays.is_empty() {
            SummaryList { title: t.get("privacy-stays"),
                for (index, Stay { what, until }) in plan.stays.into_iter().enumerate() {
                    SummaryRow { key: "{index}",
                        label: t.get(match what {
                            StayWhat::Decision => "privacy-stay-decision",
                            StayWhat::Revocation => "privacy-stay-revocation",
                            StayWhat::AuditTrail => "privacy-stay-audit",
                        }),
                        value: t.with("privacy-stays-until", &[("day", when::day(t, until).into())]),
                    }
                }
            }
            p { class: "muted small", {t.get("privacy-stays-why")} }
        }
    }
}

/// The password opens the question; the question ends it.
#[component]
fn Last(is_done: Signal<bool>) -> Element {
    let t = use_text();
    let app = use_app();
    let mut asked = use_signal(|| None::<Confirmed>);
    let mut refused = use_signal(|| None::<ApiError>);
    let mut busy = use_signal(|| false);
    let erase = move |()| {
        let Some(confirmed) = asked.peek().clone() else { return };
        busy.set(true);
        spawn(async move {
            match call::<EraseAccount>(&(), &confirmed).await {
                Ok(_) => {
                    let mut is_done = is_done;
                    is_done.set(true);
                    if let Some(me) = app.me() {
                        app.forget_known(&me.email);
                    }
                    // Outlives this form, which the end of the session takes away.
                    platform::spawn(async move {
                        app.sign_out().await;
                        app.announce(t.get("privacy-erased"));
                    });
                }
                Err(error) => {
                    app.noticed(&error);
                    asked.set(None);
                    refused.set(Some(error));
                    busy.set(false);
                }
            }
        });
    };
    rsx! {
        section { class: "surface stack",
            h2 { {t.get("privacy-erase-sure")} }
            WithPassword { id: "erase-password", words: t.get("privacy-erase-do"), tone: ButtonTone::Danger,
                busy: busy(), refused: refused(),
                onsend: move |confirmed| {
                    refused.set(None);
                    asked.set(Some(confirmed));
                },
                Notice { tone: Tone::Warn, p { {t.get("privacy-erase-warning")} } }
            }
        }
        if asked.read().is_some() {
            Dialog { id: "erase", title: t.get("privacy-erase-question"), onclose: move |()| asked.set(None),
                p { {t.get("privacy-erase-warning")} }
                div { class: "actions",
                    Button { tone: ButtonTone::Danger, busy: busy(), onpress: erase, {t.get("privacy-erase-for-good")} }
                    Button { tone: ButtonTone::Quiet, onpress: move |()| asked.set(None), {t.get("cancel")} }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use karta_core::id::ResidentId;
    use karta_core::language::Language;
    use karta_core::person::{FullName, Name};
    use karta_core::time::Date;

    use super::*;
    use crate::text::use_text_provider;

    #[component]
    fn Drawn(plan: ErasurePlan) -> Element {
        use_text_provider(Language::Pl);
        rsx! { Plan { plan } }
    }

    #[test]
    fn the_plan_names_who_goes_who_stays_and_until_when_what_is_kept() {
        let fate = |n: u128, given: &str, fate| ResidentFate {
            resident: ResidentId::parse(&format!("res_{n:032x}")).unwrap(),
            name: FullName {
                given: Name::parse(given).unwrap(),
                surname: Name::parse("Zmyślona").unwrap(),
            },
            fate,
        };
        let plan = ErasurePlan {
            residents: vec![fate(1, "Anna", Fate::Erased), fate(2, "Zosia", Fate::Stays)],
            stays: vec![Stay { what: StayWhat::Decision, until: Date::constant(2031, 12, 31) }],
        };
        let mut page = VirtualDom::new_with_props(Drawn, DrawnProps { plan });
        page.rebuild_in_place();
        let html = dioxus_ssr::render(&page);
        for part in ["Anna Zmyślona", "Zosia Zmyślona", "2031"] {
            assert!(html.contains(part), "no {part} in {html}");
        }
        assert_eq!(html.matches("<dt").count(), 3, "{html}");
    }
}
