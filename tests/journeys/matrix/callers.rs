//! Anna's family and everybody around it: who calls, and with which ids.
//! **Invariant**: what is named is Zosia's, twelve, with a card, an account of her own and two
//! guardians; only `Resident` calls about herself.

use karta_core::account::Role;
use karta_core::api::account::Device;
use karta_core::api::application::ApplicationView;
use karta_core::api::card::{CardView, DeviceLabel, Devices};
use karta_core::api::problem::Code;
use karta_core::card::number::CardNumber;
use karta_core::family::Relationship;
use karta_core::id::{
    ApplicationId, CardId, DeviceId, MemberId, PasskeyId, ResidentId, SessionId, VisitId,
};
use karta_core::secret::Secret;
use karta_server::failure::Failure;
use karta_server::store::passkeys::StoredPasskey;
use karta_tests::{Clerk, Client, Phone, Resident, Town};
use uuid::Uuid;

use crate::code;

/// In the order of the table's columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caller {
    Anonymous,
    /// Holds an invitation and has not accepted it.
    Invited,
    /// Calls about herself.
    Resident,
    Other,
    Head,
    FormerHead,
    SecondGuardian,
    /// Zosia's own account.
    Minor,
    /// The grandmother, in the same family, with an account of her own.
    Adult,
    Clerk,
    Supervisor,
    /// A clerk without a second step.
    NewClerk,
    PickupOperator,
    Partner,
    Administrator,
    /// In the town hall, with a session of its own.
    Kiosk,
}

impl Caller {
    const fn role(self) -> Option<Role> {
        Some(match self {
            Self::Clerk | Self::NewClerk => Role::Clerk,
            Self::Supervisor => Role::Supervisor,
            Self::PickupOperator => Role::PickupOperator,
            Self::Partner => Role::Partner,
            Self::Administrator => Role::Administrator,
            _ => return None,
        })
    }
}

/// What a path or a body may name, and a link that waits for Halina.
#[derive(Clone, Debug)]
pub struct Ids {
    pub resident: ResidentId,
    pub application: ApplicationId,
    pub card: CardId,
    pub number: CardNumber,
    pub device: DeviceId,
    pub member: MemberId,
    /// A tie of the one who calls, if there is any.
    pub tie: MemberId,
    pub session: SessionId,
    pub passkey: PasskeyId,
    pub invitation: Secret,
}

impl Ids {
    pub fn nobodys() -> Self {
        let id = Uuid::from_u128;
        Self {
            resident: ResidentId::new(id(1)),
            application: ApplicationId::new(id(2)),
            card: CardId::new(id(4)),
            number: CardNumber::from_random(4),
            device: DeviceId::new(id(5)),
            member: MemberId::new(id(6)),
            tie: MemberId::new(id(6)),
            session: SessionId::new(id(7)),
            passkey: PasskeyId::new(id(8)),
            invitation: Secret::new("nonsense"),
        }
    }

    /// Somebody's with a card on a phone, two sessions and a passkey.
    pub async fn with_card(person: &Resident<'_>, clerk: &Clerk<'_>) -> Self {
        let application = person.gets_a_card(clerk).await;
        let mut phone = Phone::new(9);
        phone.syncs(person).await.unwrap();
        let mut on_the_phone = Resident { client: person.town.client(), ..person.clone() };
        on_the_phone.signs_in_on(Device::Native).await.unwrap();
        let sessions = person.sessions().await.sessions;
        let card = person.card().await.unwrap();
        Self {
            resident: person.id(),
            application,
            card: card.id,
            number: card.number,
            device: person.device(&phone).await,
            session: sessions.iter().find(|session| !session.is_this).unwrap().id,
            passkey: gets_a_passkey(person).await,
            ..Self::nobodys()
        }
    }

    pub fn fill(&self, path: &str) -> String {
        let member = if path.contains("/me/ties/") { self.tie } else { self.member };
        let path = path.replace("{resident}", &self.resident.to_string());
        let path = path.replace("{application}", &self.application.to_string());
        let path = path.replace("{card}", &self.card.to_string());
        let path = path.replace("{device}", &self.device.to_string());
        let path = path.replace("{member}", &member.to_string());
        let path = path.replace("{session}", &self.session.to_string());
        let path = path.replace("{passkey}", &self.passkey.to_string());
        let path = path.replace("{visit}", &VisitId::new(Uuid::from_u128(9)).to_string());
        let path = path.replace("{list}", "1");
        assert!(!path.contains('{'), "an unknown place in {path}");
        path
    }
}

/// Written into the records: no authenticator is here to make one.
async fn gets_a_passkey(person: &Resident<'_>) -> PasskeyId {
    let account = person.me.as_ref().unwrap().account;
    let kept = StoredPasskey {
        id: PasskeyId::new(account.uuid()),
        account,
        label: DeviceLabel::parse("Klucz").unwrap(),
        passkey: "{}".into(),
        created: person.town.now(),
        last_used: None,
    };
    let id = kept.id;
    let store = &person.town.app.store;
    let insert = store
        .write(move |tx| Ok::<_, Failure>(tx.insert_passkey(&kept, account.uuid().as_bytes())?));
    insert.await.unwrap();
    id
}

/// Everybody of the story, once it has got as far as the table needs.
pub struct Family<'t> {
    town: &'t Town,
    pub head: Resident<'t>,
    pub zosia: Resident<'t>,
    former: Resident<'t>,
    pub second: Resident<'t>,
    minor: Resident<'t>,
    pub grandmother: Resident<'t>,
    invited: Resident<'t>,
    pub ids: Ids,
}

impl<'t> Family<'t> {
    pub async fn of(town: &'t Town) -> Self {
        let clerk = town.clerk("Jan Urzędowski").await;
        let former = town.resident("Olga Zawada").await;
        let mut head = town.resident("Anna Zawada").await;
        let mut second = town.resident("Marek Zawada").await;

        // Olga was Zosia's guardian before Anna; Marek is now besides her.
        let child = former.adds_child("Zosia Zawada", "2014-05-01").await;
        former.shares(child.id, &head.email).await.unwrap();
        head.joins(false).await.unwrap();
        former.removes(child.id).await.unwrap();
        let child = head.family().await.remove(0);
        head.shares(child.id, &second.email).await.unwrap();
        second.joins(false).await.unwrap();

        let mut minor = town.stranger("Zosia Zawada");
        head.edits(child.id, |changed| changed.email = Some(minor.email.clone())).await.unwrap();
        minor.moves_in(false).await;
        let zosia = head.acting_for(&head.looks_up(child.id).await);
        let ids = Ids::with_card(&zosia, &clerk).await;

        let (born, kin) = ("1951-02-01", Relationship::Parent);
        let mut grandmother = town.stranger("Irena Zawada");
        head.adds("Irena Zawada", born, kin, Some(&grandmother.email)).await.unwrap();
        grandmother.moves_in(false).await;
        let invited = town.stranger("Halina Zawada");
        head.adds("Halina Zawada", born, kin, Some(&invited.email)).await.unwrap();
        let invitation = invited.invitation().await;
        let ids = Ids { member: child.id, tie: child.id, invitation, ..ids };
        Self { town, head, zosia, former, second, minor, grandmother, invited, ids }
    }

    /// What the head sees of the child: nobody who is refused may change it.
    pub async fn stands(&self) -> (Option<CardView>, Devices, ApplicationView) {
        let zosia = &self.zosia;
        let application = zosia.sees(self.ids.application).await;
        (zosia.card().await, zosia.devices().await, application)
    }

    /// The place somebody calls from, and the ids they name.
    pub async fn caller(&self, who: Caller) -> (Client, Ids) {
        let ids = self.ids.clone();
        let person = match who {
            Caller::Anonymous => return (self.town.client(), ids),
            Caller::Invited => {
                let mut halina = self.invited.clone();
                assert_eq!(code(halina.signs_in().await), Code::BadCredentials);
                return (halina.client, ids);
            }
            Caller::Resident => {
                let clerk = self.town.clerk("Ewa Urzędowska").await;
                let jan = self.town.resident("Jan Nowak").await;
                let Ids { invitation, member, tie, .. } = ids;
                let own = Ids::with_card(&jan, &clerk).await;
                return (jan.client, Ids { invitation, member, tie, ..own });
            }
            Caller::Other => self.town.resident("Jan Nowak").await,
            Caller::Kiosk => return (self.town.kiosk("Ratusz", 7).await.client, ids),
            Caller::Head => self.head.clone(),
            Caller::FormerHead => self.former.clone(),
            Caller::SecondGuardian => self.second.clone(),
            Caller::Minor => self.minor.clone(),
            Caller::Adult => {
                let tie = self.grandmother.ties().await[0].id;
                return (self.grandmother.client.clone(), Ids { tie, ..ids });
            }
            _ => return (self.staff(who).await, ids),
        };
        (person.client, ids)
    }

    async fn staff(&self, who: Caller) -> Client {
        let mut staff = self.town.staff("Ewa Urzędowska", who.role().unwrap()).await;
        let credentials = if who == Caller::NewClerk {
            staff.credentials(None)
        } else {
            staff.takes_an_app().await;
            staff.credentials(Some(staff.code().await))
        };
        staff.client.sign_in(credentials).await.unwrap();
        staff.client
    }
}
