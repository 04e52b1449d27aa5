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

use super::family::Family;
use super::{DemoAccount, days_before};
use crate::app::App;
use crate::draw;
use crate::failure::Failure;
use crate::store::Tx;
use crate::store::accounts::Account;
use crate::store::residents::Resident;

pub(super) const ACCOUNTS: [DemoAccount; 6] = [
    DemoAccount {
        role: Role::Resident,
        name: "Anna Zawada",
        email: "anna@demo.karta.example",
        password: "lipowa herbata 7",
        what: "ma kartę; rodzina: troje dzieci i babcia",
    },
    DemoAccount {
        role: Role::Resident,
        name: "Marek Zawada",
        email: "marek@demo.karta.example",
        password: "granatowy rower 3",
        what: "bez wniosku; drugi opiekun Zofii",
    },
    DemoAccount {
        role: Role::Resident,
        name: "Marta Zielonka",
        email: "marta@demo.karta.example",
        password: "spacer nad Utratą 5",
        what: "wniosek czeka w urzędzie",
    },
    DemoAccount {
        role: Role::Resident,
        name: "Irena Zawada",
        email: "irena@demo.karta.example",
        password: "stary zegar 8 bije",
        what: "ma kartę; w rodzinie Anny, za swoją zgodą",
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

/// An account and the person whose own it is.
pub(super) struct Settled {
    pub account: Account,
    pub person: Resident,
}

/// Everybody, ready to be written.
pub(super) struct Population {
    pub anna: Settled,
    pub marek: Settled,
    pub marta: Settled,
    pub irena: Settled,
    pub family: Family,
    pub clerk: Account,
    pub colleague: Account,
    consents: Vec<ConsentGiven>,
}

pub(super) async fn settle(app: &App, now: Timestamp) -> Result<Population, Failure> {
    let [anna, marek, marta, irena, clerk, colleague] = &ACCOUNTS;
    let since = days_before(now, 40);
    let anna = settled(app, anna, Some(date(1988, 4, 17)?), since).await?;
    let marek = settled(app, marek, None, since).await?;
    let irena = settled(app, irena, Some(date(1961, 3, 8)?), since).await?;
    Ok(Population {
        family: Family::of(&anna, &marek, &irena, now, since)?,
        anna,
        marek,
        irena,
        marta: settled(app, marta, None, since).await?,
        clerk: account(app, clerk, since).await?,
        colleague: account(app, colleague, since).await?,
        consents: consents(&app.town),
    })
}

pub(super) fn write(tx: &mut Tx<'_>, town: &Population) -> Result<(), Failure> {
    for Settled { account, person } in [&town.anna, &town.marek, &town.marta, &town.irena] {
        let since = account.registered;
        tx.insert_account(account)?;
        tx.insert_consents(account.id, &town.consents, since)?;
        tx.insert_resident(person)?;
        tx.link_own(account.id, person.id, since)?;
    }
    town.family.write(tx)?;
    tx.insert_account(&town.clerk)?;
    Ok(tx.insert_account(&town.colleague)?)
}

async fn settled(
    app: &App,
    of: &DemoAccount,
    born: Option<Date>,
    since: Timestamp,
) -> Result<Settled, Failure> {
    let account = account(app, of, since).await?;
    let person = resident(account.name.clone(), born, since);
    Ok(Settled { account, person })
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
        phone: None,
        version: 1,
    })
}

pub(super) fn full_name(given: &str, surname: &str) -> Result<FullName, Failure> {
    let name = |text| Name::parse(text).map_err(Failure::internal);
    Ok(FullName { given: name(given)?, surname: name(surname)? })
}

pub(super) fn date(year: i16, month: i8, day: i8) -> Result<Date, Failure> {
    Date::new(year, month, day).map_err(Failure::internal)
}

pub(super) fn resident(name: FullName, born: Option<Date>, created: Timestamp) -> Resident {
    Resident { id: ResidentId::new(draw::uuid(created)), name, born, created, version: 1 }
}
