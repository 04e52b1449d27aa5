//! The card on paper: what it is and is not, and its two files.
//! **Invariant**: it is said first that paper only counts with an identity document; a new print
//! is made only when asked for, because it ends the last one.

use dioxus::prelude::*;
use karta_core::api::account::Device;
use karta_core::api::card::{
    CardInfo, CardView, GetCard, GetPrintedCard, GetPrintedSheet, MakePrinted, PrintedView,
};
use karta_core::api::{Download, Nothing};
use karta_core::id::ResidentId;
use karta_core::offline::Seen;
use karta_core::time::{day_of, epoch, seconds};

use crate::api::{ApiError, call, download, url};
use crate::icon::Icon;
use crate::platform;
use crate::screen::application::when;
use crate::screen::kept_since::KeptSince;
use crate::screen::signed_in::SignedIn;
use crate::state::load::use_load;
use crate::state::use_app;
use crate::text::use_text;
use crate::ui::button::{Button, ButtonLink, ButtonTone};
use crate::ui::empty::Empty;
use crate::ui::notice::{Notice, Tone};
use crate::ui::page::Page;
use crate::ui::skeleton::Skeleton;
use crate::ui::summary_list::{SummaryList, SummaryRow};

#[component]
pub fn CardPrint() -> Element {
    let t = use_text();
    let app = use_app();
    let heading = t.get("print-title");
    rsx! {
        SignedIn { heading: heading.clone(), next: "/karta/wydruk",
            Page { heading, back: "/karta",
                if !app.may_act() {
                    Empty { icon: Icon::Document, title: t.get("people-guardian-prints") }
                } else if let Some(resident) = app.resident() {
                    // A list of one: another person is another page with its own state.
                    for resident in [resident] {
                        Known { key: "{resident}", resident }
                    }
                } else {
                    Empty { icon: Icon::Card, title: t.get("my-card-none") }
                }
            }
        }
    }
}

#[component]
fn Known(resident: ResidentId) -> Element {
    let t = use_text();
    let app = use_app();
    let load = use_load::<GetCard>(move || resident);
    let may_print = app.town().is_none_or(|town| town.card.printed);
    if !may_print {
        return rsx! {
            Empty { icon: Icon::Document, title: t.get("print-not-here"),
                p { class: "muted", {t.get("print-not-here-next")} }
            }
        };
    }
    match load.seen() {
        Seen::Waiting => rsx! { Skeleton { lines: 5 } },
        Seen::Failed(error) => rsx! {
            Notice { tone: Tone::Warn, live: true,
                p { {if error == ApiError::Offline { t.get("need-network") } else { error.sentence(t) }} }
                Button { tone: ButtonTone::Secondary, onpress: move |()| load.reload(), {t.get("kit-retry")} }
            }
        },
        Seen::Fresh(CardInfo { card: Some(card) })
        | Seen::Kept { value: CardInfo { card: Some(card) }, .. }
            if card.standing.can_be_shown() =>
        {
            rsx! {
                KeptSince {
                    as_of: load.kept_at(),
                    offline: load.is_offline(),
                    changes: true,
                    onrefresh: move |()| load.reload(),
                }
                Printed { resident, card, onmade: move |info| load.set(info) }
            }
        }
        Seen::Fresh(_) | Seen::Kept { .. } => rsx! {
            Empty { icon: Icon::Card, title: t.get("problem-no-card"),
                ButtonLink { to: "/karta", tone: ButtonTone::Secondary, {t.get("my-card")} }
            }
        },
    }
}

#[component]
fn Printed(resident: ResidentId, card: CardView, onmade: EventHandler<CardInfo>) -> Element {
    let t = use_text();
    let app = use_app();
    let mut busy = use_signal(|| false);
    let mut trouble = use_signal(|| None::<ApiError>);
    let make = move |()| {
        busy.set(true);
        trouble.set(None);
        spawn(async move {
            match call::<MakePrinted>(&resident, &Nothing {}).await {
                Ok(info) => {
                    app.announce(t.get("print-ready"));
                    onmade.call(info);
                }
                Err(error) => {
                    app.noticed(&error);
                    trouble.set(Some(error));
                }
            }
            busy.set(false);
        });
    };
    rsx! {
        p { {t.get("print-what")} }
        Notice { tone: Tone::Warn, title: t.get("print-document"),
            p { {t.get("print-document-why")} }
        }
        if let Some(error) = trouble() {
            Notice { tone: Tone::Danger, live: true, p { {error.sentence(t)} } }
        }
        if let Some(printed) = card.printed {
            Files { resident, printed }
            div { class: "stack-close",
                div { class: "actions",
                    Button { tone: ButtonTone::Secondary, busy: busy(), icon: Icon::Refresh, onpress: make, {t.get("print-again")} }
                }
                p { class: "muted small", {t.get("print-again-why")} }
            }
        } else {
            div { class: "actions",
                Button { busy: busy(), icon: Icon::Document, onpress: make, {t.get("print-make")} }
            }
        }
    }
}

#[component]
fn Files(resident: ResidentId, printed: PrintedView) -> Element {
    let t = use_text();
    let files = use_resource(use_reactive!(|(resident, printed)| async move {
        let sheet = address::<GetPrintedSheet>(resident, printed).await;
        (sheet, address::<GetPrintedCard>(resident, printed).await)
    }));
    let last_day = day_of(printed.until - seconds(1));
    rsx! {
        SummaryList { title: t.get("print-ready"),
            SummaryRow { label: t.get("print-made"), value: when::moment(t, printed.made) }
            SummaryRow { label: t.get("print-until"), value: when::day(t, last_day) }
        }
        match files() {
            None => rsx! { Skeleton { lines: 2 } },
            Some((Some(sheet), Some(card))) => rsx! {
                div { class: "actions",
                    ButtonLink { to: sheet, icon: Icon::Down, download: "karta-a4.pdf", {t.get("print-a4")} }
                    ButtonLink { to: card, tone: ButtonTone::Secondary, icon: Icon::Down, download: "karta-cr80.pdf", {t.get("print-cr80")} }
                }
            },
            Some(_) => rsx! {
                Notice { tone: Tone::Warn, p { {t.get("error-offline")} } }
            },
        }
    }
}

/// A browser fetches the file with its cookie; a native window gets its bytes from the app.
async fn address<D: Download<At = ResidentId>>(
    resident: ResidentId,
    printed: PrintedView,
) -> Option<String> {
    if platform::device() == Device::Browser {
        // The moment makes a newer print another address.
        return Some(format!("{}?v={}", url::<D>(&resident), epoch(printed.made)));
    }
    let bytes = download::<D>(&resident).await.ok()?;
    Some(platform::object_url(bytes, "application/pdf"))
}
