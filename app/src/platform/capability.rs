//! What a device does for the app, one by one: it can, or there is a reason why not.
//! **Invariant**: every platform answers for every capability in one `match`; screens ask through
//! [`use_ability`], so that a test can put any device in their place.

use dioxus::prelude::*;

use super::here;
use super::light::{Ability, Lack};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Capability {
    Camera,
    /// Picking a document.
    Files,
    /// Picking a photo, or taking one for an application.
    Photos,
    Brightness,
    WakeLock,
    Haptics,
    Sound,
    Share,
    SecureStore,
    /// Keeps the code out of screenshots.
    CaptureGuard,
    DeepLinks,
    Language,
    DarkMode,
    TextSize,
    Printing,
    Clipboard,
}

impl Capability {
    pub const ALL: [Self; 16] = [
        Self::Camera,
        Self::Files,
        Self::Photos,
        Self::Brightness,
        Self::WakeLock,
        Self::Haptics,
        Self::Sound,
        Self::Share,
        Self::SecureStore,
        Self::CaptureGuard,
        Self::DeepLinks,
        Self::Language,
        Self::DarkMode,
        Self::TextSize,
        Self::Printing,
        Self::Clipboard,
    ];

    /// Its name, for people.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Camera => "ability-camera",
            Self::Files => "ability-files",
            Self::Photos => "ability-photos",
            Self::Brightness => "ability-brightness",
            Self::WakeLock => "ability-wake-lock",
            Self::Haptics => "ability-haptics",
            Self::Sound => "ability-sound",
            Self::Share => "ability-share",
            Self::SecureStore => "ability-secure-store",
            Self::CaptureGuard => "ability-capture-guard",
            Self::DeepLinks => "ability-deep-links",
            Self::Language => "ability-language",
            Self::DarkMode => "ability-dark-mode",
            Self::TextSize => "ability-text-size",
            Self::Printing => "ability-printing",
            Self::Clipboard => "ability-clipboard",
        }
    }
}

impl Lack {
    /// Why not, for people.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Browser => "lack-browser",
            Self::System => "lack-system",
            Self::Refused => "lack-refused",
            Self::NotBuilt => "lack-not-built",
        }
    }
}

/// Of this device.
pub fn ability(capability: Capability) -> Ability {
    here::ability(capability)
}

/// A device that a test puts in place of this one.
#[derive(Clone, Copy)]
pub struct FakeDevice(pub fn(Capability) -> Ability);

/// Of this device, or of the one a test has put in its place.
pub fn use_ability(capability: Capability) -> Ability {
    let fake = use_hook(try_consume_context::<FakeDevice>);
    fake.map_or_else(|| ability(capability), |FakeDevice(answers)| answers(capability))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{use_text, use_text_provider};
    use karta_core::language::Language;

    #[test]
    fn every_capability_answers_and_none_claims_to_be_done() {
        for capability in Capability::ALL {
            assert_ne!(ability(capability), Ability::Done, "{capability:?}");
        }
        assert_eq!(ability(Capability::SecureStore), Ability::Present);
    }

    #[component]
    fn Says() -> Element {
        use_text_provider(Language::Pl);
        use_context_provider(|| {
            FakeDevice(|capability| match capability {
                Capability::Share => Ability::Absent(Lack::Refused),
                _ => Ability::Present,
            })
        });
        rsx! { Inside {} }
    }

    #[component]
    fn Inside() -> Element {
        let t = use_text();
        let said = |ability: Ability| match ability {
            Ability::Absent(lack) => t.get(lack.key()),
            Ability::Present | Ability::Done => t.get("ability-there"),
        };
        let (share, camera) = (use_ability(Capability::Share), use_ability(Capability::Camera));
        rsx! { "{said(share)} {said(camera)}" }
    }

    #[test]
    fn a_test_puts_another_device_in_place() {
        let mut page = VirtualDom::new(Says);
        page.rebuild_in_place();
        let text = dioxus_ssr::render(&page);
        assert_eq!(text, "nie teraz: urządzenie odmówiło tak");
    }
}
