//! Families of a small town, through the handlers.

mod acceptance;
mod ending;
mod guardians;
mod list;

use std::net::{IpAddr, Ipv4Addr};

use karta_core::account::{Role, Standing};
use karta_core::api::Nothing;
use karta_core::api::family::{
    Acceptance, ChangedMember, ConsentToAct, Family, InvitationToken, InvitationView, Joining,
    MemberView, NewMember, SecondGuardian, Ties,
};
use karta_core::api::problem::Code;
use karta_core::application::Application;
use karta_core::application::form::Draft;
use karta_core::application::number::ApplicationNumber;
use karta_core::application::state::State;
use karta_core::card::number::CardNumber;
use karta_core::card::{Class, Standing as CardStanding};
use karta_core::contact::Email;
use karta_core::family::Relationship;
use karta_core::id::{AccountId, ApplicationId, CardId, MailId, MemberId, ResidentId, SessionId};
use karta_core::language::Language;
use karta_core::person::{FullName, Name};
use karta_core::secret::Secret;
use karta_core::time::{Date, Timestamp};
use karta_core::town::{ConsentGiven, Moment};

use super::super::who::{Anyone, SignedIn};
use super::*;
use crate::app::Setup;
use crate::clock::Clock;
use crate::mail::Letter;
use crate::password::Hashing;
use crate::store::accounts::Account;
use crate::store::cards::Card;
use crate::{draw, town};

const PASSWORD: &str = "zielony rower stoi";
const ANNA: &str = "anna@poczta.example";
const OLGA: &str = "olga@poczta.example";
const ZOFIA: &str = "zofia@poczta.example";

/// A town in the morning of 23 November 2026.
struct Scene {
    app: App,
    _data: tempfile::TempDir,
}

fn email(text: &str) -> Email {
    Email::parse(text).unwrap()
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn named(given: &str) -> FullName {
    FullName { given: Name::parse(given).unwrap(), surname: Name::parse("Zawada").unwrap() }
}

fn code<T>(result: Result<T, Failure>) -> Code {
    match result {
        Err(Failure::Problem(problem)) => problem.code,
        Err(failure) => panic!("{failure:?}"),
        Ok(_) => panic!("it was allowed"),
    }
}

fn somebody() -> Anyone {
    Anyone { ip: IpAddr::V4(Ipv4Addr::LOCALHOST) }
}

fn token(text: &str) -> InvitationToken {
    InvitationToken { token: Secret::new(text) }
}

impl Scene {
    fn new() -> Self {
        let data = tempfile::tempdir().unwrap();
        let setup = Setup {
            clock: Clock::fixed("2026-11-23T08:00:00Z".parse().unwrap()),
            hashing: Hashing::Quick,
            ..Setup::in_folder(data.path(), town::load(None).unwrap())
        };
        Self { app: setup.open().unwrap(), _data: data }
    }

    fn now(&self) -> Timestamp {
        self.app.clock.now()
    }

    fn later(&self, by: karta_core::time::Span) {
        self.app.clock.set(self.now() + by);
    }

    async fn write<T: Send + 'static>(
        &self,
        work: impl FnMut(&mut Tx<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> T {
        self.app.store.write(work).await.unwrap()
    }

    /// Somebody with an account, whose date of birth the office may know.
    async fn settles(&self, address: &str, given: &str, born: Option<&str>) -> SignedIn {
        let now = self.now();
        let (account, resident) = (draw::uuid(now), ResidentId::new(draw::uuid(now)));
        let account = AccountId::new(account);
        let (name, born) = (named(given), born.map(day));
        let new = Account {
            id: account,
            email: email(address),
            password: "-".into(),
            role: Role::Resident,
            language: Language::Pl,
            name: name.clone(),
            registered: now,
            standing: Standing::Active { since: now },
            phone: None,
            version: 1,
        };
        self.write(move |tx| {
            let name = name.clone();
            tx.insert_account(&new)?;
            tx.insert_resident(&Resident { id: resident, name, born, created: now, version: 1 })?;
            tx.link_own(account, resident, now)
        })
        .await;
        self.session(account)
    }

    fn session(&self, account: AccountId) -> SignedIn {
        let session = SessionId::new(draw::uuid(self.now()));
        SignedIn { account, session, role: Role::Resident }
    }

    /// A session of whoever has that address now.
    async fn signs_in(&self, address: &str) -> SignedIn {
        let address = email(address);
        let found = self.write(move |tx| tx.account_by_email(&address)).await;
        self.session(found.unwrap().id)
    }

    async fn own(&self, who: SignedIn) -> ResidentId {
        self.write(move |tx| own_person(tx, who.account)).await.unwrap().id
    }

    async fn adds(
        &self,
        who: SignedIn,
        given: &str,
        born: &str,
        address: Option<&str>,
    ) -> Result<MemberView, Failure> {
        let new = NewMember {
            name: named(given),
            born: day(born),
            relationship: Relationship::Child,
            email: address.map(email),
            language: Language::Pl,
        };
        add::add(self.app.clone(), who, (), new).await
    }

    async fn changes(
        &self,
        who: SignedIn,
        member: &MemberView,
        change: impl FnOnce(&mut ChangedMember),
    ) -> Result<MemberView, Failure> {
        let mut changed = ChangedMember {
            version: member.version,
            name: member.name.clone(),
            born: member.born,
            relationship: member.relationship,
            email: member.email.clone(),
            language: Language::Pl,
        };
        change(&mut changed);
        edit::edit(self.app.clone(), who, member.id, changed).await
    }

    async fn sees(&self, who: SignedIn, id: MemberId) -> Result<MemberView, Failure> {
        view::get(self.app.clone(), who, id, Nothing {}).await
    }

    async fn family(&self, who: SignedIn) -> Family {
        view::list(self.app.clone(), who, (), Nothing {}).await.unwrap()
    }

    async fn removes(&self, who: SignedIn, id: MemberId) -> Result<Family, Failure> {
        remove::remove(self.app.clone(), who, id, Nothing {}).await
    }

    async fn resends(&self, who: SignedIn, id: MemberId) -> Result<MemberView, Failure> {
        invite::resend(self.app.clone(), who, id, Nothing {}).await
    }

    async fn shares(
        &self,
        who: SignedIn,
        id: MemberId,
        address: &str,
    ) -> Result<MemberView, Failure> {
        let second = SecondGuardian { email: email(address), language: Language::Pl };
        guardian::invite(self.app.clone(), who, id, second).await
    }

    async fn looks(&self, link: &str) -> Result<InvitationView, Failure> {
        look::look(self.app.clone(), somebody(), (), token(link)).await
    }

    async fn accepts(&self, link: &str, consents: bool, acts: bool) -> Result<Nothing, Failure> {
        let asked = self.app.town.consents_at(Moment::Registration).filter(|_| consents);
        let given = asked.map(|c| ConsentGiven { key: c.key.clone(), version: c.version });
        let input = Acceptance {
            token: Secret::new(link),
            password: Secret::new(PASSWORD),
            language: Language::Pl,
            consents: given.collect(),
            consent_to_act: acts,
        };
        accept::accept(self.app.clone(), somebody(), (), input).await
    }

    async fn joins(&self, who: SignedIn, link: &str, acts: bool) -> Result<Nothing, Failure> {
        let input = Joining { token: Secret::new(link), consent_to_act: acts };
        join::join(self.app.clone(), who, (), input).await
    }

    async fn declines(&self, link: &str) -> Result<Nothing, Failure> {
        decline::decline(self.app.clone(), somebody(), (), token(link)).await
    }

    async fn ties(&self, who: SignedIn) -> Ties {
        ties::list(self.app.clone(), who, (), Nothing {}).await.unwrap()
    }

    async fn allows(&self, who: SignedIn, id: MemberId, may_act: bool) -> Result<Ties, Failure> {
        ties::consent(self.app.clone(), who, id, ConsentToAct { may_act }).await
    }

    async fn leaves(&self, who: SignedIn, id: MemberId) -> Result<Ties, Failure> {
        ties::leave(self.app.clone(), who, id, Nothing {}).await
    }

    /// Everything mailed to an address so far.
    async fn letters(&self, to: &str) -> Vec<Letter> {
        self.app.deliver_due(self.now()).await.unwrap();
        let all = self.app.mailer.taken().into_iter();
        all.filter(|letter| letter.to.as_str() == to).collect()
    }

    /// The link in the newest letter to that address.
    async fn link(&self, to: &str) -> String {
        let letters = self.letters(to).await;
        let text = &letters.last().unwrap().text;
        let after = text.split("/zaproszenie?t=").nth(1).unwrap();
        after.split(|c: char| c.is_whitespace()).next().unwrap().to_owned()
    }

    /// The office approved the resident's application; the card is there.
    async fn gets_a_card(&self, author: AccountId, of: ResidentId) -> CardId {
        let now = self.now();
        let card = Card {
            id: CardId::new(draw::uuid(now)),
            resident: of,
            number: CardNumber::from_random(draw::number()),
            class: Class::Child,
            standing: CardStanding::Active,
            photo: None,
            created: now,
            blocked: None,
            by_office: false,
            version: 1,
        };
        let id = card.id;
        self.applies(author, of, State::Approved { at: now, by: author }).await;
        self.write(move |tx| tx.insert_card(&card)).await;
        id
    }

    async fn applies(&self, author: AccountId, of: ResidentId, state: State) -> ApplicationId {
        let now = self.now();
        let id = ApplicationId::new(draw::uuid(now));
        self.write(move |tx| {
            let number = tx.next_application_number("PKM", 2026)?;
            let is_sent = state != State::Draft;
            let new = Application {
                id,
                resident: of,
                kind: karta_core::application::Kind::Issue,
                number: Some(number).filter(|_: &ApplicationNumber| is_sent),
                created: now,
                first_submitted: is_sent.then_some(now),
                draft: Draft::default(),
                photo: None,
                document: None,
                state: state.clone(),
                version: 1,
            };
            tx.insert_application(&new, author)
        })
        .await;
        id
    }
}
