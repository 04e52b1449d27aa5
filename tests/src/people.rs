//! Residents: they register, activate, sign in, apply, mend and send.
//! **Invariant**: a verb does what a person can do, through the router; nothing is written into the
//! records behind the server's back.

use karta_core::account::Role;
use karta_core::api::Nothing;
use karta_core::api::account::{
    Activate, Credentials, Device, Me, NewAccount, Register, Registered, Token,
};
use karta_core::api::application::{
    ApplicationView, Attached, GetApplication, NewApplication, Receipt, SaveDraft, SavedDraft,
    StartApplication, SubmitApplication, UploadDocument, UploadPhoto, Version,
};
use karta_core::api::problem::Problem;
use karta_core::application::Kind;
use karta_core::application::form::{Carrier, Draft, Whom};
use karta_core::contact::Email;
use karta_core::id::{ApplicationId, ResidentId};
use karta_core::language::Language;
use karta_core::person::{FullName, Name};
use karta_core::search::fold;
use karta_core::secret::Secret;
use karta_core::time::Date;
use karta_core::town::{ConsentGiven, Moment};

use crate::{Client, Town, files, key};

pub const PASSWORD: &str = "zielony rower stoi";
/// As people write them in a date.
const MONTHS: [&str; 12] = [
    "stycznia",
    "lutego",
    "marca",
    "kwietnia",
    "maja",
    "czerwca",
    "lipca",
    "sierpnia",
    "września",
    "października",
    "listopada",
    "grudnia",
];

#[derive(Clone)]
pub struct Resident<'t> {
    pub town: &'t Town,
    pub client: Client,
    pub name: FullName,
    pub email: Email,
    pub password: Secret,
    pub language: Language,
    pub born: Date,
    pub me: Option<Me>,
    /// Somebody in the family the account acts for now; absent for oneself.
    pub whom: Option<ResidentId>,
}

pub fn full_name(name: &str) -> FullName {
    let (given, surname) = name.rsplit_once(' ').unwrap();
    FullName { given: Name::parse(given).unwrap(), surname: Name::parse(surname).unwrap() }
}

impl Town {
    /// Somebody the town does not know yet.
    pub fn stranger(&self, name: &str) -> Resident<'_> {
        let email = format!("{}@poczta.example", fold(name).replace(' ', "."));
        Resident {
            town: self,
            client: self.client(),
            name: full_name(name),
            email: Email::parse(&email).unwrap(),
            password: Secret::new(PASSWORD),
            language: Language::Pl,
            born: "1987-10-05".parse().unwrap(),
            me: None,
            whom: None,
        }
    }

    /// Somebody registered, activated and signed in.
    pub async fn resident(&self, name: &str) -> Resident<'_> {
        let mut person = self.stranger(name);
        person.settles().await;
        person
    }

    /// Every consent asked for at that moment, in its current version.
    pub fn consents(&self, moment: Moment) -> Vec<ConsentGiven> {
        let asked = self.rules.consents_at(moment).filter(|consent| consent.required);
        asked.map(|asked| ConsentGiven { key: asked.key.clone(), version: asked.version }).collect()
    }
}

impl<'t> Resident<'t> {
    pub fn new_account(&self) -> NewAccount {
        NewAccount {
            name: self.name.clone(),
            email: self.email.clone(),
            password: self.password.clone(),
            language: self.language,
            consents: self.town.consents(Moment::Registration),
        }
    }

    pub fn credentials(&self, device: Device) -> Credentials {
        let (email, password) = (self.email.clone(), self.password.clone());
        Credentials { email, password, device, code: None, label: None, known: None }
    }

    /// Registers, activates and signs in, in a browser.
    pub async fn settles(&mut self) {
        self.registers().await.unwrap();
        self.activates().await.unwrap();
        self.signs_in().await.unwrap();
    }

    pub async fn registers(&self) -> Result<Registered, Problem> {
        self.client.call::<Register>((), self.new_account()).await
    }

    /// Uses the link of the newest mail.
    pub async fn activates(&self) -> Result<Nothing, Problem> {
        let token = self.town.last_mail(&self.email).await.token();
        self.client.call::<Activate>((), Token { token }).await
    }

    pub async fn signs_in(&mut self) -> Result<Me, Problem> {
        self.signs_in_on(Device::Browser).await
    }

    pub async fn signs_in_on(&mut self, device: Device) -> Result<Me, Problem> {
        let me = self.client.sign_in(self.credentials(device)).await?.me;
        assert_eq!(me.role, Role::Resident);
        self.me = Some(me.clone());
        Ok(me)
    }

    /// The resident whose things this is about: the account's own person, or whom it acts for.
    #[track_caller]
    pub fn id(&self) -> ResidentId {
        self.whom.unwrap_or_else(|| self.me.as_ref().expect("signed in").residents[0].id)
    }

    pub fn place(&self, application: ApplicationId) -> (ResidentId, ApplicationId) {
        (self.id(), application)
    }

    pub async fn starts(&self) -> ApplicationView {
        let new = NewApplication::of(Kind::Issue);
        self.client.call::<StartApplication>(self.id(), new).await.unwrap()
    }

    pub async fn sees(&self, application: ApplicationId) -> ApplicationView {
        let place = self.place(application);
        self.client.call::<GetApplication>(place, Nothing {}).await.unwrap()
    }

    /// What this person answers on the pages of the form.
    pub fn answers(&self) -> Draft {
        Draft {
            whom: Some(if self.whom.is_some() { Whom::Member } else { Whom::Myself }),
            ground: Some(key("tax-resident")),
            given: self.name.given.as_str().to_owned(),
            surname: self.name.surname.as_str().to_owned(),
            birth_day: self.born.day().to_string(),
            birth_month: MONTHS[usize::try_from(self.born.month() - 1).unwrap()].into(),
            birth_year: self.born.year().to_string(),
            street: "Bolesława Prusa".into(),
            house: "12A".into(),
            flat: "5".into(),
            postal_code: "05-800".into(),
            town: "Pruszków".into(),
            phone: "601 234 567".into(),
            carrier: Some(Carrier::Virtual),
            pickup_point: None,
            consents: self.town.consents(Moment::Application).into_iter().collect(),
        }
    }

    /// Changes the draft as it is now and saves it.
    pub async fn types(
        &self,
        application: ApplicationId,
        change: impl FnOnce(&mut Draft),
    ) -> Result<Version, Problem> {
        let ApplicationView { version, mut draft, .. } = self.sees(application).await;
        change(&mut draft);
        let saved = SavedDraft { version, draft };
        self.client.call::<SaveDraft>(self.place(application), saved).await
    }

    pub async fn adds_photo(
        &self,
        application: ApplicationId,
        bytes: Vec<u8>,
    ) -> Result<Attached, Problem> {
        let place = self.place(application);
        self.client.upload::<UploadPhoto>(place, "zdj%C4%99cie.jpg", bytes).await
    }

    pub async fn adds_document(
        &self,
        application: ApplicationId,
        bytes: Vec<u8>,
    ) -> Result<Attached, Problem> {
        let place = self.place(application);
        self.client.upload::<UploadDocument>(place, "PIT-37.pdf", bytes).await
    }

    pub async fn sends(&self, application: ApplicationId) -> Result<Receipt, Problem> {
        let version = self.sees(application).await.version;
        let place = self.place(application);
        self.client.call::<SubmitApplication>(place, Version { version }).await
    }

    /// Fills everything in, ready to be sent.
    pub async fn prepares(&self) -> ApplicationId {
        let id = self.starts().await.id;
        let answers = self.answers();
        self.types(id, |draft| *draft = answers).await.unwrap();
        self.adds_photo(id, files::photo(500, 640)).await.unwrap();
        self.adds_document(id, files::pdf()).await.unwrap();
        id
    }

    /// Fills everything in and sends it.
    pub async fn applies(&self) -> ApplicationId {
        let id = self.prepares().await;
        self.sends(id).await.unwrap();
        id
    }
}
