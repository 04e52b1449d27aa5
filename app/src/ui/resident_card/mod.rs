//! The card itself: brand bar, code, status in words, face, name, number.
//! **Invariant**: the code plate is white in every theme, and nothing on the card is truncated.

use dioxus::prelude::*;

use super::notice::Tone;
use super::qr::Qr;
use super::ring::Ring;
use crate::icon::Icon;
use crate::text::use_text;

/// Seconds left of the code shown, and how long each code lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CodeAge {
    pub left: u8,
    pub of: u8,
}

#[component]
pub fn ResidentCard(
    town: String,
    name: String,
    /// In groups of four: "0012 3456".
    number: String,
    /// "Karta ważna do 31 maja 2027 r."
    status: String,
    #[props(default = Tone::Ok)] tone: Tone,
    /// The text of the QR; without it the plate says why (children).
    code: Option<String>,
    age: Option<CodeAge>,
    /// Address of the photo.
    photo: Option<String>,
    /// Stands on the plate when there is no code.
    children: Element,
) -> Element {
    let t = use_text();
    let args = [("name", name.as_str().into())];
    rsx! {
        article { class: "card",
            header { class: "card-bar",
                span { class: "card-brand", {t.get("card-brand")} }
                span { class: "card-town", {town} }
            }
            div { class: "card-plate", "data-empty": code.is_none().then_some("true"),
                if let Some(code) = code.clone() {
                    Qr { text: code, label: t.with("card-qr", &args) }
                    if let Some(age) = age {
                        Ring { left: age.left, of: age.of }
                    }
                } else {
                    {children}
                }
            }
            p { class: "card-status", "data-tone": tone.name(),
                {tone.icon().draw()}
                span { {status} }
            }
            div { class: "card-holder",
                if let Some(photo) = photo {
                    img { class: "card-photo", src: photo, alt: t.with("card-photo", &args) }
                } else {
                    span { class: "card-photo", "aria-hidden": "true", {Icon::Person.draw()} }
                }
                div {
                    p { class: "card-name", {name} }
                    p { class: "card-number number", {t.with("card-number", &[("number", number.into())])} }
                }
            }
        }
    }
}
