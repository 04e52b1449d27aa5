//! What has happened in the demo: a card issued some weeks ago, an application sent yesterday.
//! **Invariant**: made by core's own steps at past instants, so that no state is invented.

use karta_core::api::application::HappenedWhat;
use karta_core::application::form::{Carrier, Draft, Whom};
use karta_core::application::state::{State, Step};
use karta_core::application::{Application, Kind, Media};
use karta_core::card::Standing;
use karta_core::card::number::CardNumber;
use karta_core::entitlement::Period;
use karta_core::id::{AccountId, ApplicationId, CardId, EntitlementId, EventId};
use karta_core::time::{Timestamp, day_of, hours};
use karta_core::town::{ConsentGiven, Moment, Town};

use super::people::{Population, Settled};
use super::phone::Phone;
use super::{days_before, page, portrait};
use crate::app::App;
use crate::draw;
use crate::failure::Failure;
use crate::http::mount::Incoming;
use crate::http::office::class;
use crate::http::upload;
use crate::store::Tx;
use crate::store::cards::Card;
use crate::store::entitlements::Entitlement;
use crate::store::events::Event;
use crate::store::files::StoredFile;
use crate::worker::{Processed, Task};

/// One application with its files and what became of it.
pub(super) struct Story {
    application: Application,
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
    let clerk = Some((town.clerk.id, days_before(now, 18)));
    let anna = Person {
        home: &town.anna,
        born: ("17", "4", "1988"),
        address: ("Lipowa", "7", "12"),
        look: portrait::Look::Long,
    };
    let marta = Person {
        home: &town.marta,
        born: ("2", "6", "1994"),
        address: ("Ołówkowa", "21", "4"),
        look: portrait::Look::Bob,
    };
    Ok(vec![
        story(app, &anna, days_before(now, 20), clerk).await?,
        story(app, &marta, days_before(now, 1) - hours(2), None).await?,
    ])
}

struct Person<'a> {
    home: &'a Settled,
    born: (&'a str, &'a str, &'a str),
    address: (&'a str, &'a str, &'a str),
    look: portrait::Look,
}

async fn story(
    app: &App,
    of: &Person<'_>,
    sent: Timestamp,
    approved: Option<(AccountId, Timestamp)>,
) -> Result<Story, Failure> {
    let resident = of.home.residents.first().ok_or_else(|| Failure::internal("nobody at home"))?;
    let owner = resident.id;
    let started = sent.checked_sub(hours(1)).unwrap_or(sent);
    let id = ApplicationId::new(draw::uuid(started));
    let draft = draft(&app.town, of);
    let face = portrait::draw(of.look).map_err(Failure::bad_file)?;
    let sheet = page::draw(&draft, day_of(sent)).map_err(Failure::bad_file)?;
    let files = [
        file(app, owner, face, "portret.jpg", Task::Photo).await?,
        file(app, owner, sheet, "pit-37-strona-1.jpg", Task::Document).await?,
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
    let account = of.home.account.id;
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
        sent,
        files,
        lines,
        approved,
        entitlement: EntitlementId::new(draw::uuid(sent)),
        phone: approved.map(|_| Phone::new(app, card, app.clock.now())).transpose()?,
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

fn draft(town: &Town, of: &Person<'_>) -> Draft {
    let name = &of.home.account.name;
    let consents = town.consents_at(Moment::Application).filter(|consent| consent.required);
    let given = |consent: &karta_core::town::Consent| ConsentGiven {
        key: consent.key.clone(),
        version: consent.version,
    };
    Draft {
        whom: Some(Whom::Myself),
        ground: town.grounds.first().map(|ground| ground.key.clone()),
        given: name.given.as_str().to_owned(),
        surname: name.surname.as_str().to_owned(),
        birth_day: of.born.0.to_owned(),
        birth_month: of.born.1.to_owned(),
        birth_year: of.born.2.to_owned(),
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
    let form = case.submit(town, number, story.sent)?;
    if let Some((clerk, at)) = story.approved {
        case.step(Step::Claim { clerk }, at - hours(1))?;
        case.step(Step::Approve { clerk }, at)?;
    }
    tx.insert_application(&case)?;
    for line in &story.lines {
        tx.record(line)?;
    }
    let (Some((_, at)), Some(ground)) = (story.approved, town.ground(&form.ground)) else {
        return Ok(());
    };
    let period: Period = ground.term.starting(day_of(at));
    tx.insert_entitlement(&Entitlement {
        id: story.entitlement,
        resident: case.resident,
        period,
        ground: form.ground.clone(),
        application: case.id,
        created: at,
    })?;
    let card = Card {
        id: story.card,
        resident: case.resident,
        number: tx.free_number(&story.numbers)?,
        class: class(form.born, day_of(at)),
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
