//! The site map. **Invariant**: an address once mailed or printed keeps working; no address holds
//! personal data.

use dioxus::prelude::*;

use crate::screen::account::{Activation, Forgotten, NewPassword, Register, RegisterSent, SignIn};
use crate::screen::application::{
    Application, ApplicationCheck, ApplicationPage, ApplicationSent, Applications,
};
use crate::screen::benefit::{Benefit, Benefits};
use crate::screen::card::{Card, CardAnswer, CardCode, CardDevices, CardPrint, CardTurns};
use crate::screen::family::{
    Family, FamilyAdd, FamilyEdit, FamilyGuardian, FamilyMember, Invitation,
};
use crate::screen::handover::Handover;
use crate::screen::home::Start;
use crate::screen::kiosk::{
    KioskApply, KioskBenefits, KioskCheck, KioskPickup, KioskRenew, KioskShell, KioskStaff,
    KioskStart, KioskThanks,
};
use crate::screen::more::{Help, More};
use crate::screen::not_found::NotFound;
use crate::screen::office::{OfficeCard, OfficeCase, OfficePlastic, OfficeQueue};
use crate::screen::settings::{
    EmailConfirm, Settings, SettingsConsents, SettingsEmail, SettingsErase, SettingsPasskeys,
    SettingsPassword, SettingsPhone, SettingsPrivacy, SettingsSecondStep, SettingsSessions,
    SettingsTies,
};
use crate::screen::verify::{Verify, VerifyAsk, VerifyNumber, VerifyToday};
use crate::shell::Shell;

#[derive(Clone, Debug, PartialEq, Routable)]
#[rustfmt::skip]
pub enum Route {
    #[layout(Shell)]
        #[route("/")]
        Start {},
        #[route("/konto")]
        Register {},
            #[route("/konto/sprawdz")]
            RegisterSent {},
        #[route("/aktywacja?:t")]
        Activation { t: String },
        #[route("/zaloguj?:next")]
        SignIn { next: String },
        #[route("/haslo")]
        Forgotten {},
            #[route("/haslo/nowe?:t")]
            NewPassword { t: String },
        #[route("/karta")]
        Card {},
            #[route("/karta/kod")]
            CardCode {},
            #[route("/karta/po-kolei")]
            CardTurns {},
            #[route("/karta/urzadzenia")]
            CardDevices {},
            #[route("/karta/wydruk")]
            CardPrint {},
            #[route("/karta/pytanie")]
            CardAnswer {},
        #[route("/wnioski")]
        Applications {},
            #[route("/wnioski/:id")]
            Application { id: String },
                #[route("/wnioski/:id/krok/:page?:from")]
                ApplicationPage { id: String, page: String, from: String },
                #[route("/wnioski/:id/sprawdz")]
                ApplicationCheck { id: String },
                #[route("/wnioski/:id/wyslany")]
                ApplicationSent { id: String },
        #[route("/znizki")]
        Benefits {},
            #[route("/znizki/:id")]
            Benefit { id: String },
        #[route("/sprawdz")]
        Verify {},
            #[route("/sprawdz/numer")]
            VerifyNumber {},
            #[route("/sprawdz/dzis")]
            VerifyToday {},
            #[route("/sprawdz/pytanie")]
            VerifyAsk {},
        #[route("/wiecej")]
        More {},
        #[route("/rodzina")]
        Family {},
            #[route("/rodzina/dodaj")]
            FamilyAdd {},
            #[route("/rodzina/:id")]
            FamilyMember { id: String },
                #[route("/rodzina/:id/zmien")]
                FamilyEdit { id: String },
                #[route("/rodzina/:id/opiekun")]
                FamilyGuardian { id: String },
        #[route("/zaproszenie?:t")]
        Invitation { t: String },
        #[route("/ustawienia")]
        Settings {},
            #[route("/ustawienia/haslo")]
            SettingsPassword {},
            #[route("/ustawienia/email")]
            SettingsEmail {},
            #[route("/ustawienia/telefon")]
            SettingsPhone {},
            #[route("/ustawienia/zgody")]
            SettingsConsents {},
            #[route("/ustawienia/urzadzenia")]
            SettingsSessions {},
            #[route("/ustawienia/drugi-krok")]
            SettingsSecondStep {},
            #[route("/ustawienia/klucze")]
            SettingsPasskeys {},
            #[route("/ustawienia/pelnomocnictwo")]
            SettingsTies {},
            #[route("/ustawienia/prywatnosc")]
            SettingsPrivacy {},
            #[route("/ustawienia/usun")]
            SettingsErase {},
        #[route("/email?:t")]
        EmailConfirm { t: String },
        #[route("/pomoc")]
        Help {},
        #[route("/urzad?:done")]
        OfficeQueue { done: String },
            #[route("/urzad/sprawy/:id")]
            OfficeCase { id: String },
            #[route("/urzad/karta")]
            OfficeCard {},
            #[route("/urzad/plastik")]
            OfficePlastic {},
        #[route("/dalej?:t")]
        Handover { t: String },
        #[route("/:..rest")]
        NotFound { rest: Vec<String> },
    #[end_layout]
    #[layout(KioskShell)]
        #[route("/kiosk")]
        KioskStart {},
            #[route("/kiosk/sprawdz")]
            KioskCheck {},
            #[route("/kiosk/przedluz")]
            KioskRenew {},
            #[route("/kiosk/wniosek")]
            KioskApply {},
            #[route("/kiosk/odbior")]
            KioskPickup {},
            #[route("/kiosk/znizki")]
            KioskBenefits {},
            #[route("/kiosk/dziekuje")]
            KioskThanks {},
            #[route("/kiosk/obsluga")]
            KioskStaff {},
}

impl Route {
    /// Which of the four tabs is lit.
    pub const fn place(&self) -> Option<Place> {
        match self {
            Self::Card {}
            | Self::CardCode {}
            | Self::CardTurns {}
            | Self::CardDevices {}
            | Self::CardPrint {}
            | Self::CardAnswer {} => Some(Place::Card),
            Self::Benefits {} | Self::Benefit { .. } => Some(Place::Benefits),
            Self::Applications {}
            | Self::Application { .. }
            | Self::ApplicationPage { .. }
            | Self::ApplicationCheck { .. }
            | Self::ApplicationSent { .. } => Some(Place::Applications),
            Self::More {}
            | Self::Help {}
            | Self::Settings {}
            | Self::SettingsPassword {}
            | Self::SettingsEmail {}
            | Self::SettingsPhone {}
            | Self::SettingsConsents {}
            | Self::SettingsSessions {}
            | Self::SettingsPasskeys {}
            | Self::SettingsSecondStep {}
            | Self::SettingsTies {}
            | Self::SettingsPrivacy {}
            | Self::SettingsErase {}
            | Self::Family {}
            | Self::FamilyAdd {}
            | Self::FamilyMember { .. }
            | Self::FamilyEdit { .. }
            | Self::FamilyGuardian { .. } => Some(Place::More),
            _ => None,
        }
    }

    /// The screen a link from outside names: `/karta`, `karta://karta/kod`, or an address of this
    /// town's server. Nothing for other places, for the kiosk, and for what is no address of ours.
    pub fn linked(text: &str, origin: &str) -> Option<Self> {
        let text = text.trim();
        let place = if let Some(rest) = text.strip_prefix("karta:") {
            format!("/{}", rest.trim_start_matches('/'))
        } else if let Some(rest) = text.strip_prefix(origin) {
            rest.to_owned()
        } else {
            text.to_owned()
        };
        let is_path = place.starts_with('/') && !place.starts_with("//");
        let is_plain =
            place.len() <= 500 && place.bytes().all(|c| c.is_ascii_graphic() && c != b'\\');
        let route = (is_path && is_plain).then(|| place.parse::<Self>().ok()).flatten()?;
        let is_ours = !matches!(route, Self::NotFound { .. }) && route.area() != Area::Kiosk;
        is_ours.then_some(route)
    }

    /// One person's application, which nobody else has.
    pub const fn is_application(&self) -> bool {
        matches!(
            self,
            Self::Application { .. }
                | Self::ApplicationPage { .. }
                | Self::ApplicationCheck { .. }
                | Self::ApplicationSent { .. }
        )
    }

    /// Whose page it is; head and tabs differ.
    pub const fn area(&self) -> Area {
        match self {
            Self::OfficeQueue { .. }
            | Self::OfficeCase { .. }
            | Self::OfficeCard {}
            | Self::OfficePlastic {} => Area::Office,
            Self::Verify {} | Self::VerifyNumber {} | Self::VerifyToday {} => Area::Partner,
            Self::CardCode {} | Self::CardTurns {} | Self::CardAnswer {} | Self::VerifyAsk {} => {
                Area::Bare
            }
            Self::KioskStart {}
            | Self::KioskCheck {}
            | Self::KioskRenew {}
            | Self::KioskApply {}
            | Self::KioskPickup {}
            | Self::KioskBenefits {}
            | Self::KioskThanks {}
            | Self::KioskStaff {} => Area::Kiosk,
            _ => Area::Resident,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Card,
    Benefits,
    Applications,
    More,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    Resident,
    Office,
    Partner,
    /// Nothing but the screen itself: a full-screen code.
    Bare,
    /// For everybody, in the town hall; has a frame of its own.
    Kiosk,
}

#[cfg(test)]
mod tests {
    use super::*;

    const ORIGIN: &str = "https://pkm.example";

    #[test]
    fn a_link_opens_a_screen_of_ours() {
        for (link, place) in [
            ("/karta", "/karta"),
            ("karta://karta/kod", "/karta/kod"),
            ("karta:/wnioski", "/wnioski"),
            ("karta://", "/"),
            ("https://pkm.example/znizki", "/znizki"),
            ("https://pkm.example/aktywacja?t=abc-_1", "/aktywacja?t=abc-_1"),
        ] {
            let route = Route::linked(link, ORIGIN).unwrap_or_else(|| panic!("{link}"));
            assert_eq!(route.to_string(), place, "{link}");
        }
    }

    #[test]
    fn any_other_link_opens_nothing() {
        for link in [
            "",
            "karta",
            "//evil.example/karta",
            "https://evil.example/karta",
            "https://pkm.example.evil.example/karta",
            "https://pkm.example@evil.example/karta",
            "javascript:alert(1)",
            "/no/such/place",
            "/karta\\x",
            "/karta\nx",
            "/kiosk/obsluga",
            "karta://kiosk",
        ] {
            assert_eq!(Route::linked(link, ORIGIN), None, "{link}");
        }
        assert_eq!(Route::linked(&format!("/{}", "a".repeat(600)), ORIGIN), None);
    }
}
