//! What has happened in the demo: cards issued some weeks ago, an application sent yesterday.
//! **Invariant**: made by core's own steps at past instants, so that no state is invented.

use karta_core::api::application::HappenedWhat;
use karta_core::application::form::{Carrier, Draft, Whom};
use karta_core::application::state::{State, Step};
use karta_core::application::{Application, Kind, Media};
use karta_core::card::Standing;
use karta_core::card::number::CardNumber;
use karta_core::entitlement::Period;
use karta_core::id::{AccountId, ApplicationId, CardId, EntitlementId, EventId};
use karta_core::time::{Date, Timestamp, day_of, hours};
use karta_core::town::{ConsentGiven, Ground, Moment, Town};

use super::people::{Population, Settled, date};
use super::phone::Phone;
use super::portrait::Look;
use super::{days_before, page, portrait};
use crate::app::App;
use crate::draw;
use crate::failure::Failure;
use crate::http::mount::Incoming;
use crate::http::office::class;
use crate::http::upload;
use crate::store::Tx;
use crate::store::accounts::Account;
use crate::store::cards::Card;
use crate::store::entitlements::Entitlement;
use crate::store::events::Event;
use crate::store::files::StoredFile;
use crate::store::residents::Resident;
use crate::worker::{Processed, Task};

/// One application with its files and what became of it.
pub(super) struct Story {
    application: Application,
    author: AccountId,
    born: Date,
    sent: Timestamp,
    files: [StoredFile; 2],
    lines: Vec<Event>,
    /// Who decided, and when.
    approved: Option<(AccountId, Timestamp)>,
    entitlement: EntitlementId,
    card: CardId,
    phone: Option<Phone>,
    numbers: [CardNumber; 4],
    rules: Town,
}

pub(super) async fn prepare(
    app: &App,
    town: &Population,
    now: Timestamp,
) -> Result<Vec<Story>, Failure> {
    let clerk = town.clerk.id;
    let decided = |days| Some((clerk, days_before(now, days)));
    let family = &town.family;
    let (anna, irena) = (&town.anna, &town.irena);
    // In the order in which they were sent: that is the order of their numbers.
    let cases = [
        Case::own(anna, date(1988, 4, 17)?, AT_HOME, Look::Long),
        Case::of_child(&anna.account, &family.zofia, Look::Plaits)?,
        Case::of_child(&anna.account, &family.hanna, Look::Straight)?,
        Case::own(irena, date(1961, 3, 8)?, ("Kościuszki", "30", "2"), Look::Curls),
        Case::own(&town.marta, date(1994, 6, 2)?, ("Ołówkowa", "21", "4"), Look::Bob),
    ];
    let phone = |of: &Settled, label| Some((of.account.id, label));
    let mut stories = Vec::new();
    let plan = [
        (days_before(now, 20), decided(18), phone(anna, "Chrome, Android")),
        (days_before(now, 19), decided(17), phone(&town.marek, "Safari, iPhone")),
        (days_before(now, 19) + hours(1), decided(17), None),
        (days_before(now, 16), decided(12), phone(irena, "Samsung Internet, Android")),
        (days_before(now, 1) - hours(2), None, None),
    ];
    for (case, (sent, approved, phone)) in cases.into_iter().zip(plan) {
        stories.push(story(app, &case, sent, approved, phone).await?);
    }
    Ok(stories)
}

const AT_HOME: Address = ("Lipowa", "7", "12");

type Address = (&'static str, &'static str, &'static str);

/// For whom an application is, and who wrote it.
struct Case<'a> {
    author: &'a Account,
    person: &'a Resident,
    born: Date,
    address: Address,
    look: Look,
    is_child: bool,
}

impl<'a> Case<'a> {
    fn own(of: &'a Settled, born: Date, address: Address, look: Look) -> Self {
        let Settled { account: author, person } = of;
        Self { author, person, born, address, look, is_child: false }
    }

    fn of_child(author: &'a Account, person: &'a Resident, look: Look) -> Result<Self, Failure> {
        let born = person.born.ok_or_else(|| Failure::internal("a child without birthday"))?;
        Ok(Self { author, person, born, address: AT_HOME, look, is_child: true })
    }
}

async fn story(
    app: &App,
    of: &Case<'_>,
    sent: Timestamp,
    approved: Option<(AccountId, Timestamp)>,
    phone: Option<(AccountId, &str)>,
) -> Result<Story, Failure> {
    let owner = of.person.id;
    let started = sent.checked_sub(hours(1)).unwrap_or(sent);
    let id = ApplicationId::new(draw::uuid(started));
    let draft = draft(&app.town, of);
    let face = portrait::draw(of.look).map_err(Failure::bad_file)?;
    let (sheet, name) = if of.is_child {
        (page::certificate(&draft, day_of(sent)), "zaswiadczenie-szkola.jpg")
    } else {
        (page::tax_return(&draft, day_of(sent)), "pit-37-strona-1.jpg")
    };
    let sheet = sheet.map_err(Failure::bad_file)?;
    let files = [
        file(app, owner, face, "portret.jpg", Task::Photo).await?,
        file(app, owner, sheet, name, Task::Document).await?,
    ];
    let [photo, document] = &files;
    let application = Application {
        id,
        resident: owner,
        kind: Kind::Issue,
        number: None,
        created: started,
        first_submitted: None,
        photo: Some(upload::attachment(photo)),
        document: Some(upload::attachment(document)),
        draft,
        state: State::Draft,
        version: 1,
    };
    let card = CardId::new(draw::uuid(sent));
    let line = |at, actor, what| Event {
        id: EventId::new(draw::uuid(at)),
        application: id,
        at,
        actor: Some(actor),
        what,
    };
    let account = of.author.id;
    let mut lines = vec![
        line(started, account, HappenedWhat::Started),
        line(sent, account, HappenedWhat::Submitted),
    ];
    if let Some((clerk, at)) = approved {
        lines.push(line(at - hours(1), clerk, HappenedWhat::TakenUp));
        lines.push(line(at, clerk, HappenedWhat::Approved));
        lines.push(line(at, clerk, HappenedWhat::CardReady));
    }
    Ok(Story {
        application,
        author: account,
        born: of.born,
        sent,
        files,
        lines,
        approved,
        entitlement: EntitlementId::new(draw::uuid(sent)),
        phone: phone.map(|(whose, label)| Phone::new(app, card, whose, label)).transpose()?,
        card,
        numbers: std::array::from_fn(|_| CardNumber::from_random(draw::number())),
        rules: app.town.clone(),
    })
}

async fn file(
    app: &App,
    owner: karta_core::id::ResidentId,
    jpeg: Vec<u8>,
    name: &str,
    task: Task,
) -> Result<StoredFile, Failure> {
    let incoming = Incoming { bytes: jpeg.clone().into(), name: name.to_owned() };
    let processed = Processed { media: Media::Jpeg, bytes: jpeg };
    upload::seal(app, owner, &incoming, processed, task).await
}

fn draft(town: &Town, of: &Case<'_>) -> Draft {
    let name = &of.person.name;
    let consents = town.consents_at(Moment::Application).filter(|consent| consent.required);
    let given = |consent: &karta_core::town::Consent| ConsentGiven {
        key: consent.key.clone(),
        version: consent.version,
    };
    let ground = if of.is_child { town.grounds.last() } else { town.grounds.first() };
    Draft {
        whom: Some(if of.is_child { Whom::Member } else { Whom::Myself }),
        ground: ground.map(|ground| ground.key.clone()),
        given: name.given.as_str().to_owned(),
        surname: name.surname.as_str().to_owned(),
        birth_day: of.born.day().to_string(),
        birth_month: of.born.month().to_string(),
        birth_year: of.born.year().to_string(),
        street: of.address.0.to_owned(),
        house: of.address.1.to_owned(),
        flat: of.address.2.to_owned(),
        postal_code: "05-800".to_owned(),
        town: town.name.clone(),
        phone: String::new(),
        carrier: Some(Carrier::Virtual),
        pickup_point: None,
        consents: consents.map(given).collect(),
    }
}

pub(super) fn write(tx: &mut Tx<'_>, stories: &[Story]) -> Result<(), Failure> {
    for story in stories {
        for file in &story.files {
            tx.insert_file(file)?;
        }
        write_one(tx, story)?;
    }
    Ok(())
}

fn write_one(tx: &mut Tx<'_>, story: &Story) -> Result<(), Failure> {
    let (mut case, town) = (story.application.clone(), &story.rules);
    let number = tx.next_application_number(&town.prefix, day_of(story.sent).year())?;
    case.submit(&story.rules, number, story.sent)?;
    if let Some((clerk, at)) = story.approved {
        case.step(Step::Claim { clerk }, at - hours(1))?;
        case.step(Step::Approve { clerk }, at)?;
    }
    tx.insert_application(&case, story.author)?;
    for line in &story.lines {
        tx.record(line)?;
    }
    let (Some((_, at)), Some(ground)) = (story.approved, ground(&case, town)) else {
        return Ok(());
    };
    let period: Period = ground.term.starting(day_of(at));
    tx.insert_entitlement(&Entitlement {
        id: story.entitlement,
        resident: case.resident,
        period,
        ground: ground.key.clone(),
        application: case.id,
        created: at,
    })?;
    let card = Card {
        id: story.card,
        resident: case.resident,
        number: tx.free_number(&story.numbers)?,
        class: class(story.born, day_of(at)),
        standing: if story.phone.is_some() { Standing::Active } else { Standing::Available },
        photo: case.photo.as_ref().map(|photo| photo.id),
        created: at,
        blocked: None,
        by_office: false,
        version: 1,
    };
    tx.insert_card(&card)?;
    match &story.phone {
        Some(phone) => phone.write(tx),
        None => Ok(()),
    }
}

fn ground<'a>(case: &Application, town: &'a Town) -> Option<&'a Ground> {
    town.ground(case.draft.ground.as_ref()?)
}
