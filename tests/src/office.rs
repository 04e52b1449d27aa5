//! Clerks: they see the queue, take a case and decide.
//! **Invariant**: a verb names the version the clerk sees at that moment.

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
use karta_server::store::accounts::Account;

use crate::people::{PASSWORD, full_name};
use crate::{Client, Resident, Town, key};

pub struct Clerk<'t> {
    pub town: &'t Town,
    pub client: Client,
    pub email: Email,
}

impl Town {
    /// A clerk, signed in. Clerks do not register: the office makes their accounts.
    pub async fn clerk(&self, name: &str) -> Clerk<'_> {
        let email = format!("{}@urzad.example", fold(name).replace(' ', "."));
        let email = Email::parse(&email).unwrap();
        let password = self.app.hasher.hash(Secret::new(PASSWORD)).await.unwrap();
        let now = self.now();
        let account = Account {
            id: AccountId::new(draw::uuid(now)),
            email: email.clone(),
            password,
            role: Role::Clerk,
            language: Language::Pl,
            name: full_name(name),
            registered: now,
            standing: Standing::Active { since: now },
            version: 1,
        };
        let stored = self.app.store.write(move |tx| Ok::<_, Failure>(tx.insert_account(&account)?));
        stored.await.unwrap();
        let mut clerk = Clerk { town: self, client: self.client(), email };
        clerk.signs_in().await.unwrap();
        clerk
    }
}

impl Clerk<'_> {
    pub async fn signs_in(&mut self) -> Result<Me, Problem> {
        let credentials = Credentials {
            email: self.email.clone(),
            password: Secret::new(PASSWORD),
            device: Device::Browser,
        };
        let me = self.client.sign_in(credentials).await?.me;
        assert_eq!(me.role, Role::Clerk);
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
