//! Clerks: they sign in with two steps, see the queue, take a case and decide.
//! **Invariant**: a verb names the version the clerk sees at that moment; a code is used once, here
//! as well.

use karta_core::account::{Role, Standing};
use karta_core::api::Nothing;
use karta_core::api::account::{Credentials, Device, Me};
use karta_core::api::application::Version;
use karta_core::api::office::{
    Approval, ApproveCase, AskForCorrection, Case, ClaimCase, GetCase, GetQueue, Question, Queue,
    Refusal, RejectCase, ReleaseCase,
};
use karta_core::api::problem::Problem;
use karta_core::application::Item;
use karta_core::contact::Email;
use karta_core::id::{AccountId, ApplicationId};
use karta_core::language::Language;
use karta_core::search::fold;
use karta_core::secret::Secret;
use karta_core::town::Key;
use karta_server::draw;
use karta_server::failure::Failure;
use karta_server::store::Tx;
use karta_server::store::accounts::Account;
use karta_server::store::totp::Totp;
use karta_server::totp;

use crate::people::{PASSWORD, full_name};
use crate::{Client, Resident, Town, key};

#[derive(Clone)]
pub struct Clerk<'t> {
    pub town: &'t Town,
    pub client: Client,
    pub email: Email,
    pub account: AccountId,
    pub role: Role,
}

impl Town {
    /// A clerk, signed in. Clerks do not register: the office makes their accounts, and here also
    /// their second step, so that a story begins where the desk does.
    pub async fn clerk(&self, name: &str) -> Clerk<'_> {
        let mut clerk = self.staff(name, Role::Clerk).await;
        clerk.takes_an_app().await;
        clerk.signs_in().await.unwrap();
        clerk
    }

    /// Somebody whose account was just made: not signed in, without a second step.
    pub async fn staff(&self, name: &str, role: Role) -> Clerk<'_> {
        let email = format!("{}@urzad.example", fold(name).replace(' ', "."));
        let email = Email::parse(&email).unwrap();
        let password = self.app.hasher.hash(Secret::new(PASSWORD)).await.unwrap();
        let now = self.now();
        let account = Account {
            id: AccountId::new(draw::uuid(now)),
            email: email.clone(),
            password,
            role,
            language: Language::Pl,
            name: full_name(name),
            registered: now,
            standing: Standing::Active { since: now },
            phone: None,
            version: 1,
        };
        let id = account.id;
        let stored = self.app.store.write(move |tx| Ok::<_, Failure>(tx.insert_account(&account)?));
        stored.await.unwrap();
        Clerk { town: self, client: self.client(), email, account: id, role }
    }
}

/// What the authenticator apps of all clerks of these stories hold.
const KEY: totp::Key = totp::Key::new(*b"the apps of clerks  ");

impl Clerk<'_> {
    /// Sets the second step up, written straight into the records.
    pub async fn takes_an_app(&self) {
        let (account, now) = (self.account, self.town.now());
        let sealed = self.town.app.vault.seal_secret(account, KEY.bytes()).unwrap();
        let totp = Totp { account, sealed, last_step: None };
        let work = move |tx: &mut Tx<'_>| Ok::<_, Failure>(tx.save_totp(&totp, now)?);
        self.town.app.store.write(work).await.unwrap();
    }

    /// The first code of the app that was not used. A story's clock stands still, and a code counts
    /// once, for half a minute more than its own: two sign-ins at one instant, not three.
    pub async fn code(&self) -> Secret {
        let (account, now) = (self.account, self.town.now());
        let read = self.town.app.store.read(move |tx| tx.totp(account));
        let last = read.await.unwrap().and_then(|totp| totp.last_step);
        let step = totp::next_step(now, last);
        Secret::new(KEY.code(step.expect("a third sign-in waits half a minute: let time pass")))
    }

    pub fn credentials(&self, code: Option<Secret>) -> Credentials {
        Credentials {
            email: self.email.clone(),
            password: Secret::new(PASSWORD),
            device: Device::Browser,
            code,
            label: None,
            known: None,
        }
    }

    /// With the password and the code of the app.
    pub async fn signs_in(&mut self) -> Result<Me, Problem> {
        let code = self.code().await;
        let me = self.client.sign_in(self.credentials(Some(code))).await?.me;
        assert_eq!(me.role, self.role);
        Ok(me)
    }

    pub async fn queue(&self) -> Queue {
        self.client.call::<GetQueue>((), Nothing {}).await.unwrap()
    }

    /// The applications that wait, in their order.
    pub async fn waiting(&self) -> Vec<ApplicationId> {
        self.queue().await.cases.into_iter().map(|row| row.id).collect()
    }

    pub async fn opens(&self, id: ApplicationId) -> Result<Case, Problem> {
        self.client.call::<GetCase>(id, Nothing {}).await
    }

    async fn version(&self, id: ApplicationId) -> i64 {
        self.opens(id).await.unwrap().application.version
    }

    pub async fn claims(&self, id: ApplicationId) -> Result<Case, Problem> {
        let version = self.version(id).await;
        self.client.call::<ClaimCase>(id, Version { version }).await
    }

    pub async fn releases(&self, id: ApplicationId) -> Result<Case, Problem> {
        let version = self.version(id).await;
        self.client.call::<ReleaseCase>(id, Version { version }).await
    }

    /// What is ticked when nothing is wrong.
    pub fn all_checks(&self, ground: &str) -> Vec<Key> {
        let ground = self.town.rules.ground(&key(ground)).expect("a ground of the town");
        ground.checks.iter().map(|check| check.key.clone()).collect()
    }

    pub async fn approves(&self, id: ApplicationId) -> Result<Case, Problem> {
        let case = self.opens(id).await.unwrap().application;
        let ground = case.draft.ground.as_ref().map_or("tax-resident", Key::as_str);
        let approval = Approval { version: case.version, checks: self.all_checks(ground) };
        self.client.call::<ApproveCase>(id, approval).await
    }

    pub async fn rejects(
        &self,
        id: ApplicationId,
        reason: &str,
        note: &str,
    ) -> Result<Case, Problem> {
        let (version, reason) = (self.version(id).await, key(reason));
        let refusal = Refusal { version, reason, note: note.to_owned() };
        self.client.call::<RejectCase>(id, refusal).await
    }

    pub async fn asks(
        &self,
        id: ApplicationId,
        items: &[Item],
        reasons: &[&str],
        note: &str,
    ) -> Result<Case, Problem> {
        let question = Question {
            version: self.version(id).await,
            items: items.to_vec(),
            reasons: reasons.iter().map(|reason| key(reason)).collect(),
            note: note.to_owned(),
        };
        self.client.call::<AskForCorrection>(id, question).await
    }
}

impl Resident<'_> {
    /// Applies, and is approved at once by that clerk.
    pub async fn gets_a_card(&self, clerk: &Clerk<'_>) -> ApplicationId {
        let id = self.applies().await;
        clerk.claims(id).await.unwrap();
        clerk.approves(id).await.unwrap();
        id
    }
}
