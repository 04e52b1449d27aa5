//! Who lives in the demo. **Invariant**: every name is invented; every address ends with
//! `demo.karta.example`, which nobody can own.

use karta_core::account::{Role, Standing};
use karta_core::contact::Email;
use karta_core::id::{AccountId, ResidentId};
use karta_core::language::Language;
use karta_core::person::{FullName, Name};
use karta_core::secret::Secret;
use karta_core::time::{Date, Timestamp};
use karta_core::town::{ConsentGiven, Moment, Town};

use super::{DemoAccount, days_before};
use crate::app::App;
use crate::draw;
use crate::failure::Failure;
use crate::store::Tx;
use crate::store::accounts::Account;
use crate::store::residents::{LinkKind, Resident};

pub(super) const ACCOUNTS: [DemoAccount; 5] = [
    DemoAccount {
        role: Role::Resident,
        name: "Anna Zawada",
        email: "anna@demo.karta.example",
        password: "lipowa herbata 7",
        what: "ma kartę; dwoje dzieci",
    },
    DemoAccount {
        role: Role::Resident,
        name: "Marek Zawada",
        email: "marek@demo.karta.example",
        password: "granatowy rower 3",
        what: "jeszcze bez wniosku",
    },
    DemoAccount {
        role: Role::Resident,
        name: "Marta Zielonka",
        email: "marta@demo.karta.example",
        password: "spacer nad Utratą 5",
        what: "wniosek czeka w urzędzie",
    },
    DemoAccount {
        role: Role::Clerk,
        name: "Teresa Wilczak",
        email: "urzad1@demo.karta.example",
        password: "zielone biurko 12",
        what: "urząd",
    },
    DemoAccount {
        role: Role::Clerk,
        name: "Paweł Domański",
        email: "urzad2@demo.karta.example",
        password: "wysokie okno 34",
        what: "urząd",
    },
];

pub(super) struct Settled {
    pub account: Account,
    /// The account's own person first, then the children.
    pub residents: Vec<Resident>,
}

/// Everybody, ready to be written.
pub(super) struct Population {
    pub anna: Settled,
    pub marek: Settled,
    pub marta: Settled,
    pub clerk: Account,
    pub colleague: Account,
    consents: Vec<ConsentGiven>,
}

pub(super) async fn settle(app: &App, now: Timestamp) -> Result<Population, Failure> {
    let [anna, marek, marta, clerk, colleague] = &ACCOUNTS;
    let since = days_before(now, 40);
    let anna = Settled {
        account: account(app, anna, since).await?,
        residents: vec![
            resident("Anna", "Zawada", Some((1988, 4, 17)), since)?,
            resident("Zofia", "Zawada", Some((2016, 9, 3)), since)?,
            resident("Jan", "Zawada", Some((2012, 2, 11)), since)?,
        ],
    };
    let marek = Settled {
        account: account(app, marek, since).await?,
        residents: vec![resident("Marek", "Zawada", None, since)?],
    };
    let marta = Settled {
        account: account(app, marta, since).await?,
        residents: vec![resident("Marta", "Zielonka", None, since)?],
    };
    let (clerk, colleague) =
        (account(app, clerk, since).await?, account(app, colleague, since).await?);
    Ok(Population { anna, marek, marta, clerk, colleague, consents: consents(&app.town) })
}

pub(super) fn write(tx: &mut Tx<'_>, town: &Population) -> Result<(), Failure> {
    for home in [&town.anna, &town.marek, &town.marta] {
        let since = home.account.registered;
        tx.insert_account(&home.account)?;
        tx.insert_consents(home.account.id, &town.consents, since)?;
        let kinds = std::iter::once(LinkKind::Own).chain(std::iter::repeat(LinkKind::Child));
        for (person, kind) in home.residents.iter().zip(kinds) {
            tx.insert_resident(person)?;
            tx.link_resident(home.account.id, person.id, kind, since)?;
        }
    }
    tx.insert_account(&town.clerk)?;
    Ok(tx.insert_account(&town.colleague)?)
}

fn consents(town: &Town) -> Vec<ConsentGiven> {
    let required = town.consents_at(Moment::Registration).filter(|consent| consent.required);
    required
        .map(|consent| ConsentGiven { key: consent.key.clone(), version: consent.version })
        .collect()
}

async fn account(app: &App, of: &DemoAccount, since: Timestamp) -> Result<Account, Failure> {
    let (given, surname) = of.name.split_once(' ').unwrap_or((of.name, of.name));
    Ok(Account {
        id: AccountId::new(draw::uuid(since)),
        email: Email::parse(of.email).map_err(Failure::internal)?,
        password: app.hasher.hash(Secret::new(of.password)).await?,
        role: of.role,
        language: Language::Pl,
        name: full_name(given, surname)?,
        registered: since,
        standing: Standing::Active { since },
        version: 1,
    })
}

fn full_name(given: &str, surname: &str) -> Result<FullName, Failure> {
    let name = |text| Name::parse(text).map_err(Failure::internal);
    Ok(FullName { given: name(given)?, surname: name(surname)? })
}

fn resident(
    given: &str,
    surname: &str,
    born: Option<(i16, i8, i8)>,
    created: Timestamp,
) -> Result<Resident, Failure> {
    let born = born.map(|(year, month, day)| Date::new(year, month, day)).transpose();
    Ok(Resident {
        id: ResidentId::new(draw::uuid(created)),
        name: full_name(given, surname)?,
        born: born.map_err(Failure::internal)?,
        created,
        version: 1,
    })
}
