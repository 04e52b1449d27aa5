//! "Zgody": the text of each, since when it holds, what was before, and giving or withdrawing it.
//! **Invariant**: nothing is ticked beforehand; a required one is withdrawn by erasing the account,
//! and that is said.

use dioxus::prelude::*;
use karta_core::api::settings::{
    ChangedConsent, ConsentEvent, ListConsents, MyConsent, MyConsents, SetConsent,
};

use super::loaded::loaded;
use crate::api::{ApiError, call};
use crate::icon::Icon;
use crate::screen::application::{said, when};
use crate::screen::signed_in::SignedIn;
use crate::state::load::{Load, use_load};
use crate::state::{App, use_app};
use crate::text::{Text, use_text};
use crate::ui::anchor::Anchor;
use crate::ui::button::{Button, ButtonTone};
use crate::ui::checkbox::{Checkbox, CheckboxGroup};
use crate::ui::empty::Empty;
use crate::ui::fold::Fold;
use crate::ui::notice::{Notice, Tone};
use crate::ui::page::Page;
use crate::ui::tag::Tag;
use crate::ui::task::Task;
use crate::ui::timeline::Timeline;

#[component]
pub fn SettingsConsents() -> Element {
    let t = use_text();
    let heading = t.get("settings-consents");
    rsx! {
        SignedIn { heading: heading.clone(), next: "/ustawienia/zgody",
            Page { heading, back: "/ustawienia", Known {} }
        }
    }
}

#[component]
fn Known() -> Element {
    let t = use_text();
    let app = use_app();
    let is_due = app.me().is_some_and(|me| me.consents_due);
    let load = use_load::<ListConsents>(|| ());
    loaded(t, load, |MyConsents { consents }| {
        // Minors and staff are asked for none: what they never gave is not theirs to see as a gap.
        let is_theirs = |one: &MyConsent| is_due || one.given || !one.history.is_empty();
        let is_asked = consents.iter().any(is_theirs);
        let consents = if is_asked { consents } else { Vec::new() };
        let due: Vec<_> =
            consents.iter().filter(|one| one.required && !one.given).cloned().collect();
        rsx! {
            if consents.is_empty() {
                Empty { icon: Icon::Check, title: t.get("settings-consents-none"),
                    p { class: "muted", {t.get("settings-consents-none-why")} }
                }
            }
            if is_due && !due.is_empty() {
                Due { due, load }
            }
            for consent in consents {
                One { key: "{consent.key.as_str()}", consent, load }
            }
        }
    })
}

/// What the town asks, in the language of the app.
fn text_of(t: Text, app: App, consent: &MyConsent) -> String {
    let town = app.town();
    let asked = town.iter().flat_map(|town| &town.consents).find(|one| one.key == consent.key);
    asked.map_or_else(|| consent.key.as_str().to_owned(), |one| said(t, &one.text))
}

async fn set(consent: &MyConsent, given: bool) -> Result<MyConsents, ApiError> {
    let key = consent.key.clone();
    call::<SetConsent>(&(), &ChangedConsent { key, version: consent.version, given }).await
}

/// The required ones that are missing, to be read and given at once.
#[component]
fn Due(due: Vec<MyConsent>, load: Load<MyConsents>) -> Element {
    let t = use_text();
    let app = use_app();
    let mut ticked = use_signal(Vec::<String>::new);
    let mut wrong = use_signal(|| false);
    let mut busy = use_signal(|| false);
    let mut trouble = use_signal(|| None::<ApiError>);
    let asked = due.clone();
    let give = move |event: FormEvent| {
        event.prevent_default();
        if busy() {
            return;
        }
        trouble.set(None);
        let all = asked.iter().all(|one| ticked.peek().iter().any(|key| key == one.key.as_str()));
        wrong.set(!all);
        if !all {
            return;
        }
        busy.set(true);
        let asked = asked.clone();
        spawn(async move {
            let mut last = None;
            for one in &asked {
                match set(one, true).await {
                    Ok(answer) => last = Some(answer),
                    Err(error) => {
                        app.noticed(&error);
                        trouble.set(Some(error));
                        busy.set(false);
                        return;
                    }
                }
            }
            app.ask_people().await;
            app.announce(t.get("settings-saved"));
            // Takes this section away, and with it this work.
            if let Some(answer) = last {
                load.set(answer);
            }
        });
    };
    rsx! {
        Task { title: t.get("settings-consents-due"),
            p { {t.get("settings-consents-due-why")} }
            form { class: "stack", novalidate: true, onsubmit: give,
                CheckboxGroup { id: "required-consents", legend: t.get("register-required"),
                    error: wrong().then(|| t.get("settings-consents-missing")),
                    for one in due {
                        Checkbox { key: "{one.key.as_str()}", id: format!("due-{}", one.key.as_str()),
                            label: text_of(t, app, &one),
                            checked: ticked.read().iter().any(|key| key == one.key.as_str()),
                            onchange: move |yes| {
                                ticked.write().retain(|key| key != one.key.as_str());
                                if yes {
                                    ticked.write().push(one.key.as_str().to_owned());
                                }
                            },
                        }
                    }
                }
                if let Some(error) = trouble() {
                    Notice { tone: Tone::Danger, live: true, p { {error.sentence(t)} } }
                }
                div { class: "actions", Button { submit: true, busy: busy(), {t.get("settings-consent-give")} } }
            }
        }
    }
}

#[component]
fn One(consent: MyConsent, load: Load<MyConsents>) -> Element {
    let t = use_text();
    let app = use_app();
    let mut busy = use_signal(|| false);
    let mut trouble = use_signal(|| None::<ApiError>);
    let given = consent.given;
    let one = consent.clone();
    let change = move |()| {
        busy.set(true);
        trouble.set(None);
        let one = one.clone();
        spawn(async move {
            match set(&one, !given).await {
                Ok(answer) => {
                    load.set(answer);
                    app.ask_people().await;
                    app.announce(t.get("settings-saved"));
                }
                Err(error) => {
                    app.noticed(&error);
                    trouble.set(Some(error));
                }
            }
            busy.set(false);
        });
    };
    let (tone, word) = match (given, consent.required) {
        (true, _) => (Tone::Ok, "settings-consent-given"),
        (false, true) => (Tone::Warn, "settings-consent-missing"),
        (false, false) => (Tone::Neutral, "settings-consent-not-given"),
    };
    let text = text_of(t, app, &consent);
    rsx! {
        section { class: "surface stack-close",
            p { {text.clone()} }
            p { class: "actions",
                Tag { tone, {t.get(word)} }
                if let Some(last) = consent.history.last() {
                    span { class: "muted small", {t.with("settings-consent-since", &[("day", when::day_at(t, last.at).into())])} }
                }
            }
            if consent.required && given {
                p { class: "muted small",
                    {t.get("settings-consent-required")} " "
                    Anchor { to: "/ustawienia/usun", {t.get("privacy-erase")} }
                }
            }
            if let Some(error) = trouble() {
                Notice { tone: Tone::Danger, live: true, p { {error.sentence(t)} } }
            }
            if !consent.required {
                div { class: "actions",
                    Button { tone: ButtonTone::Secondary, busy: busy(), onpress: change,
                        label: format!("{}: {text}", t.get(act(given))),
                        {t.get(act(given))}
                    }
                }
            }
            if !consent.history.is_empty() {
                Fold { title: t.get("settings-consent-history"),
                    Timeline { lines: consent.history.iter().rev().map(|event| line(t, event)).collect() }
                }
            }
        }
    }
}

const fn act(given: bool) -> &'static str {
    if given { "settings-consent-withdraw" } else { "settings-consent-give" }
}

fn line(t: Text, event: &ConsentEvent) -> (String, String) {
    let what =
        if event.given { "settings-consent-was-given" } else { "settings-consent-was-withdrawn" };
    let version = [("version", i64::from(event.version).into())];
    (t.with(what, &version), when::moment(t, event.at))
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// One of them, with a list that was never loaded.
    #[component]
    pub fn Shown(consent: MyConsent) -> Element {
        let load = use_load::<ListConsents>(|| ());
        rsx! { One { consent, load } }
    }
}
