//! "Kto może działać w Twoim imieniu": families this person is in, and the consent of an adult.
//! **Invariant**: nothing ends or begins without the second, named press; a minor changes nothing.

use dioxus::prelude::*;
use karta_core::api::Nothing;
use karta_core::api::family::{
    ConsentToAct, LeaveFamily, ListTies, SetConsentToAct, TieView, Ties,
};

use super::loaded::loaded;
use crate::api::{ApiError, call};
use crate::icon::Icon;
use crate::screen::application::when;
use crate::screen::signed_in::SignedIn;
use crate::state::load::{Load, use_load};
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::button::{Button, ButtonTone};
use crate::ui::dialog::Dialog;
use crate::ui::empty::Empty;
use crate::ui::notice::{Notice, Tone};
use crate::ui::page::Page;
use crate::ui::tag::Tag;
use crate::ui::task::Task;

#[component]
pub fn SettingsTies() -> Element {
    let t = use_text();
    let heading = t.get("settings-ties");
    rsx! {
        SignedIn { heading: heading.clone(), next: "/ustawienia/pelnomocnictwo",
            Page { heading, back: "/ustawienia", Known {} }
        }
    }
}

#[component]
fn Known() -> Element {
    let t = use_text();
    let load = use_load::<ListTies>(|| ());
    let mut asked = use_signal(|| None::<(TieView, Change)>);
    let list = loaded(t, load, |Ties { ties }| {
        rsx! {
            if ties.is_empty() {
                Empty { icon: Icon::Family, title: t.get("settings-ties-none"),
                    p { class: "muted", {t.get("settings-ties-none-why")} }
                }
            } else {
                p { {t.get("settings-ties-lead")} }
            }
            for tie in ties {
                One { key: "{tie.id}", tie, onask: move |change| asked.set(Some(change)) }
            }
        }
    });
    rsx! {
        {list}
        if let Some((tie, change)) = asked() {
            Ask { tie, change, load, onclose: move |()| asked.set(None) }
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Change {
    Give,
    Withdraw,
    Leave,
}

impl Change {
    /// The button, the question, what it means.
    const fn keys(self) -> [&'static str; 3] {
        match self {
            Self::Give => ["settings-tie-give", "settings-tie-give-title", "settings-tie-give-why"],
            Self::Withdraw => [
                "settings-tie-withdraw",
                "settings-tie-withdraw-title",
                "settings-tie-withdraw-why",
            ],
            Self::Leave => {
                ["settings-tie-leave", "settings-tie-leave-title", "settings-tie-leave-why"]
            }
        }
    }
}

#[component]
fn One(tie: TieView, onask: EventHandler<(TieView, Change)>) -> Element {
    let t = use_text();
    let change = if tie.may_act { Change::Withdraw } else { Change::Give };
    let (tone, word) = match tie.may_act {
        true => (Tone::Info, "settings-tie-acts"),
        false => (Tone::Neutral, "settings-tie-acts-not"),
    };
    let what = match (tie.is_minor, tie.may_act) {
        (true, _) => "settings-tie-minor",
        (false, true) => "settings-tie-acts-what",
        (false, false) => "settings-tie-acts-not-what",
    };
    let since = [("day", when::day_at(t, tie.since).into())];
    let (one, other) = (tie.clone(), tie.clone());
    rsx! {
        Task {
            title: tie.head.display(),
            mark: rsx! {
                Tag { tone, {t.get(word)} }
            },
            p { {t.get(what)} }
            p { class: "muted small", {t.with("settings-tie-since", &since)} }
            if !tie.is_minor {
                div { class: "actions",
                    Button { tone: ButtonTone::Secondary, onpress: move |()| onask.call((one.clone(), change)), {t.get(change.keys()[0])} }
                    Button { tone: ButtonTone::Quiet, onpress: move |()| onask.call((other.clone(), Change::Leave)), {t.get("settings-tie-leave")} }
                }
            }
        }
    }
}

#[component]
fn Ask(tie: TieView, change: Change, load: Load<Ties>, onclose: EventHandler<()>) -> Element {
    let t = use_text();
    let app = use_app();
    let mut busy = use_signal(|| false);
    let mut trouble = use_signal(|| None::<ApiError>);
    let [name, title, why] = change.keys();
    let id = tie.id;
    let go = move |()| {
        busy.set(true);
        trouble.set(None);
        spawn(async move {
            let consent = |may_act| ConsentToAct { may_act };
            let answer = match change {
                Change::Give => call::<SetConsentToAct>(&id, &consent(true)).await,
                Change::Withdraw => call::<SetConsentToAct>(&id, &consent(false)).await,
                Change::Leave => call::<LeaveFamily>(&id, &Nothing {}).await,
            };
            match answer {
                Ok(ties) => {
                    load.set(ties);
                    app.announce(t.get("settings-saved"));
                    onclose.call(());
                }
                Err(error) => {
                    app.noticed(&error);
                    trouble.set(Some(error));
                    busy.set(false);
                }
            }
        });
    };
    let tone = if change == Change::Give { ButtonTone::Primary } else { ButtonTone::Danger };
    rsx! {
        Dialog { id: "tie", title: t.get(title), onclose,
            p { strong { {tie.head.display()} } }
            p { {t.get(why)} }
            if let Some(error) = trouble() {
                Notice { tone: Tone::Danger, live: true, p { {error.sentence(t)} } }
            }
            div { class: "actions",
                Button { tone, busy: busy(), onpress: go, {t.get(name)} }
                Button { tone: ButtonTone::Quiet, onpress: move |()| onclose.call(()), {t.get("cancel")} }
            }
        }
    }
}
