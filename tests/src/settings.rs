//! What people change about their own account.

use karta_core::api::Nothing;
use karta_core::api::account::{GetMe, Me, Token};
use karta_core::api::card::Confirmed;
use karta_core::api::problem::Problem;
use karta_core::api::settings::{
    ChangeEmail, ChangePassword, ChangedConsent, ChangedEmail, ChangedPassword, ChangedPhone,
    ConfirmEmail, ConfirmTotp, ListConsents, ListSessions, MyConsents, OfferTotp, RecoveryCodes,
    Sessions, SetConsent, SetPhone, TotpCode, TotpOffer,
};
use karta_core::contact::{Email, Phone};
use karta_core::secret::Secret;

use crate::{Resident, key};

impl Resident<'_> {
    /// How the account stands now.
    pub async fn account(&self) -> Me {
        self.client.call::<GetMe>((), Nothing {}).await.unwrap()
    }

    pub async fn changes_password(&self, old: &str, new: &str) -> Result<Nothing, Problem> {
        let changed = ChangedPassword { old: Secret::new(old), new: Secret::new(new) };
        self.client.call::<ChangePassword>((), changed).await
    }

    pub async fn changes_phone(&self, phone: Option<&str>) -> Result<Nothing, Problem> {
        let phone = phone.map(|phone| Phone::parse(phone).unwrap());
        self.client.call::<SetPhone>((), ChangedPhone { phone }).await
    }

    pub async fn changes_email(&self, email: &Email) -> Result<Nothing, Problem> {
        let changed = ChangedEmail { email: email.clone(), password: self.password.clone() };
        self.client.call::<ChangeEmail>((), changed).await
    }

    /// Opens the newest link that was mailed to that address.
    pub async fn confirms_email(&self, email: &Email) -> Result<Nothing, Problem> {
        let mail = self.town.last_mail(email).await;
        let token = Secret::new(mail.link("/email?t=").split_once("?t=").unwrap().1);
        self.client.call::<ConfirmEmail>((), Token { token }).await
    }

    pub async fn consents(&self) -> MyConsents {
        self.client.call::<ListConsents>((), Nothing {}).await.unwrap()
    }

    pub async fn says(&self, consent: &str, given: bool) -> Result<MyConsents, Problem> {
        let asked = self.town.rules.consents.iter().find(|asked| asked.key == key(consent));
        let version = asked.expect("a consent of the town").version;
        let changed = ChangedConsent { key: key(consent), version, given };
        self.client.call::<SetConsent>((), changed).await
    }

    pub async fn sessions(&self) -> Sessions {
        self.client.call::<ListSessions>((), Nothing {}).await.unwrap()
    }

    pub async fn asks_for_second_step(&self) -> TotpOffer {
        let confirmed = Confirmed { password: self.password.clone() };
        self.client.call::<OfferTotp>((), confirmed).await.unwrap()
    }

    pub async fn confirms_second_step(&self, code: Secret) -> Result<RecoveryCodes, Problem> {
        self.client.call::<ConfirmTotp>((), TotpCode { code }).await
    }
}
