//! The answer over the whole screen, until the next scan.
//! **Invariant**: a valid card makes room by itself after 5 seconds, the others stay until somebody
//! has read them; after 30 seconds nothing of anybody is left on the screen.

use dioxus::prelude::*;

use super::outcome::{age, words};
use super::{Answered, Source};
use crate::platform;
use crate::text::use_text;
use crate::ui::button::Button;
use crate::ui::verdict::{Answer, Verdict};

/// Milliseconds.
const VALID_FOR: u32 = 5_000;
const OTHERS_FOR: u32 = 30_000;

#[component]
pub fn Told(
    answer: Answered,
    onnext: EventHandler<()>,
    /// Nobody pressed the button.
    ontime: EventHandler<()>,
) -> Element {
    let t = use_text();
    let said = words(t, &answer.outcome);
    let shown_for = if said.answer == Answer::Valid { VALID_FOR } else { OTHERS_FOR };
    use_future(move || async move {
        platform::sleep(shown_for).await;
        ontime.call(());
    });
    let next = match answer.source {
        Source::Camera => "check-next",
        Source::Picture | Source::Typed => "check-next-any",
    };
    rsx! {
        Verdict { answer: said.answer, reason: said.reason,
            if let Some(what) = said.next {
                p { class: "verdict-next", {what} }
            }
            if let Some(seconds) = answer.again {
                p { class: "verdict-next",
                    {t.with("check-again", &[("age", age(t, seconds).into())])}
                }
            }
            Button { onpress: move |()| onnext.call(()), {t.get(next)} }
        }
    }
}
