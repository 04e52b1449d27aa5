//! When no camera helps: a card's number and the six digits beside it, asked of the server.
//! **Invariant**: a mistyped number is told before anybody is asked; without a network nothing is
//! promised.

use dioxus::prelude::*;
use karta_core::api::check::{CheckTyped, TypedIn};
use karta_core::card::number::{CardNumber, NotACardNumber};
use karta_core::card::typed::TypedCode;

use super::list_age::ListAge;
use super::scanner_keys::{OtherLayout, use_scanner_keys};
use super::till::{Source, use_till};
use super::told::Told;
use crate::api::{ApiError, call};
use crate::state::use_app;
use crate::text::{Text, use_text};
use crate::ui::button::Button;
use crate::ui::error_summary::{ErrorSummary, Mistake};
use crate::ui::field::{Field, FieldKind, FieldWidth};
use crate::ui::notice::{Notice, Tone};
use crate::ui::page::Page;
use crate::ui::scanner::Covered;

pub const FIELD: &str = "card-number";
const CODE: &str = "card-digits";

#[component]
pub fn VerifyNumber() -> Element {
    let t = use_text();
    let app = use_app();
    let till = use_till();
    let mut number = use_signal(String::new);
    let mut code = use_signal(String::new);
    let mut attempt = use_signal(|| 0_usize);
    let mut is_busy = use_signal(|| false);
    let mut trouble = use_signal(|| None::<ApiError>);
    let onscan = use_callback(move |(text, source): (String, Source)| till.scan(text, source));
    let scanner = use_scanner_keys(onscan);
    // The first letters of a scan land here when the focus is here.
    use_effect(move || {
        if scanner.codes() > 0 {
            number.set(String::new());
            code.set(String::new());
        }
    });
    let is_tried = attempt() > 0;
    let wrong_number = number_mistake(t, &number()).filter(|_| is_tried);
    let wrong_code =
        TypedCode::parse(&code()).is_err().then(|| t.get("check-digits-six")).filter(|_| is_tried);
    let mistakes = [(FIELD, &wrong_number), (CODE, &wrong_code)].into_iter();
    let mistakes: Vec<Mistake> = mistakes
        .filter_map(|(field, text)| text.as_ref().map(|text| Mistake::new(field, text.as_str())))
        .collect();
    let is_offline = !app.online() || trouble() == Some(ApiError::Offline);
    let send = move |event: FormEvent| async move {
        event.prevent_default();
        let typed = (CardNumber::parse(&number.peek()), TypedCode::parse(&code.peek()));
        let (Ok(typed_number), Ok(typed_code)) = typed else {
            attempt += 1;
            return;
        };
        if is_busy() {
            return;
        }
        attempt.set(0);
        is_busy.set(true);
        let asked = TypedIn { number: typed_number, code: typed_code };
        match call::<CheckTyped>(&(), &asked).await {
            Ok(checked) => {
                trouble.set(None);
                number.set(String::new());
                code.set(String::new());
                till.number(checked);
            }
            Err(why) => trouble.set(Some(why)),
        }
        is_busy.set(false);
    };
    rsx! {
        Covered { covered: till.answered().is_some(),
            Page {
                heading: t.get("check-number-title"),
                back: "/sprawdz",
                mistaken: !mistakes.is_empty(),
                above: rsx! { ErrorSummary { mistakes, attempt: attempt() } },
                if is_offline {
                    Notice { tone: Tone::Warn, live: true, title: t.get("check-number-offline"),
                        p { {t.get("check-number-offline-next")} }
                    }
                } else if let Some(why) = trouble() {
                    Notice { tone: Tone::Danger, live: true, p { {why.sentence(t)} } }
                }
                OtherLayout { keys: scanner }
                form { class: "stack", novalidate: true, onsubmit: send,
                    Field {
                        id: FIELD,
                        label: t.get("check-number"),
                        hint: t.get("check-number-hint"),
                        kind: FieldKind::Digits,
                        width: FieldWidth::Medium,
                        autocomplete: "off",
                        value: number(),
                        error: wrong_number,
                        oninput: move |text| number.set(text),
                    }
                    Field {
                        id: CODE,
                        label: t.get("check-digits"),
                        hint: t.get("check-digits-hint"),
                        kind: FieldKind::Digits,
                        width: FieldWidth::Short,
                        autocomplete: "off",
                        value: code(),
                        error: wrong_code,
                        oninput: move |text| code.set(text),
                    }
                    div { class: "actions",
                        Button { submit: true, busy: is_busy(), {t.get("check-text-send")} }
                    }
                }
                ListAge { lists: till.lists }
            }
        }
        Told { till }
    }
}

fn number_mistake(t: Text, typed: &str) -> Option<String> {
    CardNumber::parse(typed).err().map(|why| {
        t.get(match why {
            NotACardNumber::Length => "check-number-twelve",
            NotACardNumber::CheckDigit => "check-number-mistyped",
        })
    })
}
