//! What a phone's own plugin is asked, and what it answers: JSON, the same words on Android and iOS.
//! **Invariant**: an answer counts only when the plugin says that it is done; without a plugin
//! nothing is done, and nothing panics.

#[cfg(target_os = "android")]
mod android;
pub mod hardware;
#[cfg(target_os = "ios")]
mod ios;
pub mod links;
mod screen;

use karta_core::card::KeyTier;
use serde::{Deserialize, Serialize};

#[cfg(any(target_os = "android", target_os = "ios"))]
pub use screen::{Awake, Bright, Guarded, brighten, guard_capture, share, stay_awake, vibrate};

#[cfg(target_os = "android")]
use android as here;
#[cfg(target_os = "ios")]
use ios as here;

/// Tests run where no phone is.
#[cfg(not(any(target_os = "android", target_os = "ios")))]
mod here {
    pub fn ask(_: String) -> Option<String> {
        None
    }
}

#[derive(Debug, Serialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum Question<'a> {
    Awake {
        on: bool,
    },
    /// Keeps the screen out of screenshots, or covers it in the list of apps.
    Guard {
        on: bool,
    },
    Bright {
        on: bool,
    },
    Haptic {
        cue: &'a str,
    },
    Share {
        title: &'a str,
        text: &'a str,
    },
    /// The address the app was started with, once.
    #[cfg_attr(
        target_os = "ios",
        expect(dead_code, reason = "its links come through the event loop")
    )]
    Link,
    /// Out of the way, as the back button does on its last page.
    Leave,
    Languages,
    /// Per cent of the usual size.
    #[cfg_attr(
        target_os = "android",
        expect(dead_code, reason = "its window says so to the web view")
    )]
    TextSize,
    /// The key of that name, made when first asked for.
    Key {
        name: &'a str,
    },
    /// ECDSA with SHA-256 over the bytes, which travel as base64url.
    Sign {
        name: &'a str,
        bytes: &'a str,
    },
    Forget {
        name: &'a str,
    },
}

#[derive(Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Answer {
    done: bool,
    pub value: Option<String>,
    /// Of a key.
    pub tier: Option<KeyTier>,
}

/// None when it was not done.
pub fn ask(question: &Question<'_>) -> Option<Answer> {
    here::ask(serde_json::to_string(question).ok()?).and_then(|answer| read(&answer))
}

fn read(answer: &str) -> Option<Answer> {
    serde_json::from_str::<Answer>(answer).ok().filter(|answer| answer.done)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_are_the_words_the_plugins_know() {
        let said = |question: &Question<'_>| serde_json::to_string(question).unwrap();
        assert_eq!(said(&Question::Awake { on: true }), r#"{"do":"awake","on":true}"#);
        assert_eq!(said(&Question::Link), r#"{"do":"link"}"#);
        assert_eq!(
            said(&Question::Sign { name: "device-key", bytes: "AQI" }),
            r#"{"do":"sign","name":"device-key","bytes":"AQI"}"#
        );
    }

    #[test]
    fn only_what_is_done_counts() {
        assert_eq!(read(r#"{"done":false,"why":"IllegalStateException"}"#), None);
        assert_eq!(read("no json"), None);
        assert_eq!(read("{}"), None);
        let key = read(r#"{"done":true,"value":"BAE","tier":"hardware"}"#).unwrap();
        assert_eq!((key.value.as_deref(), key.tier), (Some("BAE"), Some(KeyTier::Hardware)));
        assert_eq!(ask(&Question::Leave), None);
    }
}
