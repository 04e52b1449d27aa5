//! Somebody shows a card at a kiosk, gets a code by mail and types it.
//! **Invariant**: the code goes to the mailbox the town knows, never to one that is typed; a wrong
//! code is counted before the answer; an expired right is no reason to refuse, a blocked card is.

use karta_core::api::Nothing;
use karta_core::api::check::ShownCode;
use karta_core::api::kiosk::{RenewalOffer, TypedMailedCode, VisitBegun, VisitView};
use karta_core::api::problem::Code;
use karta_core::application::Kind;
use karta_core::application::state::Status;
use karta_core::card::credential::StatusRef;
use karta_core::card::number::CardNumber;
use karta_core::card::verdict::Scan;
use karta_core::id::{MailId, VisitId};
use karta_core::kiosk::{LETTERS_AN_HOUR, MailedCode, Step, Visit, code_life, masked};
use karta_core::time::{Timestamp, day_of, hours};
use karta_core::town::Town;
use sha2::{Digest, Sha256};

use super::super::application::start::last_approved;
use super::super::card::with_holder;
use super::super::who::Kiosk;
use super::{load, refusal, step};
use crate::app::{App, Parts};
use crate::draw;
use crate::failure::Failure;
use crate::store::Tx;
use crate::store::cards::Card;
use crate::store::visits::StoredVisit;

/// What was held up to the kiosk.
enum Held {
    /// A code of ours: its place in the status list.
    Code(StatusRef),
    Number(CardNumber),
}

pub(super) async fn begin(
    app: App,
    who: Kiosk,
    (): (),
    shown: ShownCode,
) -> Result<VisitBegun, Failure> {
    let now = app.clock.now();
    let held = read(&app, &shown.code, now)?;
    let (id, mail) = (VisitId::new(draw::uuid(now)), MailId::new(draw::uuid(now)));
    let code = MailedCode::drawn(draw::number());
    let shared = app.clone();
    app.store
        .write(move |tx| {
            let card = card_of(tx, &held)?;
            tx.about(card.resident);
            if tx.visits_of_card_since(card.id, now - hours(1))? >= u32::from(LETTERS_AN_HOUR) {
                return Err(Failure::later(Code::TooMany, 3600));
            }
            let to = tx.card_correspondent(card.resident, None, day_of(now))?;
            let to = to.ok_or(Code::NoCard)?;
            tx.insert_visit(&StoredVisit {
                id,
                kiosk: who.kiosk,
                card: card.id,
                resident: card.resident,
                account: to.account,
                code: Some(hash(id, code)),
                sent: now,
                state: Visit::CodeSent { at: now, wrong: 0 },
            })?;
            tx.queue_mail(mail, &shared.kiosk_code_letter(&to, code, &who.place), now)?;
            let is_proven = matches!(held, Held::Code(_));
            Ok(VisitBegun {
                visit: id,
                sent_to: is_proven.then(|| masked(&to.email)),
                code_until: now + code_life(),
            })
        })
        .await
}

fn read(app: &Parts, text: &str, now: Timestamp) -> Result<Held, Failure> {
    if let Ok(number) = CardNumber::parse(text) {
        return Ok(Held::Number(number));
    }
    let trust = app.keys.trust(now).map_err(Failure::internal)?.parsed;
    let scan = Scan(text);
    let live = scan.prove(&trust, now).map(|(_, at)| at);
    let place = live.or_else(|_| scan.prove_printed(&trust, now)).map_err(|_| Code::NotFresh)?;
    if place.uri == app.keys.status_uri() {
        Ok(Held::Code(place))
    } else {
        Err(Code::NotFresh.into())
    }
}

/// Its card, if that can be shown at all.
fn card_of(tx: &mut Tx<'_>, held: &Held) -> Result<Card, Failure> {
    let card = match held {
        Held::Number(number) => tx.card_numbered(number)?,
        Held::Code(place) => {
            let known = tx.credential_at(place.idx)?.filter(|known| known.revoked.is_none());
            match known {
                Some(known) => tx.card(known.card)?,
                None => None,
            }
        }
    };
    let card = card.filter(|card| card.standing.can_be_shown());
    card.ok_or_else(|| Code::NoCard.into())
}

fn hash(visit: VisitId, code: MailedCode) -> [u8; 32] {
    let digest = Sha256::new().chain_update(b"karta-kiosk-code-1").chain_update(visit.uuid());
    digest.chain_update(code.to_string()).finalize().into()
}

pub(super) async fn confirm(
    app: App,
    who: Kiosk,
    id: VisitId,
    typed: TypedMailedCode,
) -> Result<VisitView, Failure> {
    let now = app.clock.now();
    let shared = app.clone();
    let work = move |tx: &mut Tx<'_>| {
        let mut visit = load(tx, &who, id)?;
        let is_right = visit.code == Some(hash(id, typed.code));
        // A wrong code is stored, so it is no error of the transaction.
        match step(tx, &mut visit, Step::Try { is_right }, now)? {
            Ok(()) => Ok(Ok(view(tx, &shared.town, &visit, now)?)),
            Err(refused) => Ok::<_, Failure>(Err(refused)),
        }
    };
    app.store.write(work).await?.map_err(|refused| refusal(refused).into())
}

fn view(
    tx: &mut Tx<'_>,
    town: &Town,
    visit: &StoredVisit,
    now: Timestamp,
) -> Result<VisitView, Failure> {
    let card = tx.card(visit.card)?.ok_or(Code::NoCard)?;
    let held = with_holder(tx, town, card, now)?.ok_or(Code::NoCard)?;
    let (today, opens) = (day_of(now), held.period.renewal_opens(town.card.renewal_days));
    let all = tx.applications_of(visit.resident)?;
    let is_waiting = all.iter().any(|case| {
        let status = case.state.status();
        case.kind == Kind::Renewal && status.is_open() && status != Status::Draft
    });
    let renewal = if is_waiting {
        RenewalOffer::Open
    } else if today < opens {
        RenewalOffer::TooEarly { from: opens }
    } else {
        let last = last_approved(tx, &all, visit.account)?;
        let ground = last.as_ref().and_then(|draft| town.ground(draft.ground.as_ref()?));
        RenewalOffer::Ready {
            ground: ground.map(|ground| ground.key.clone()),
            address: last.as_ref().map(|draft| draft.address_line()).unwrap_or_default(),
            needs_document: ground.is_none_or(|ground| ground.document_on_renewal),
        }
    };
    Ok(VisitView {
        name: held.name.short(),
        number: held.card.number,
        until: held.period.to,
        renewal,
    })
}

pub(super) async fn end(app: App, who: Kiosk, id: VisitId, _: Nothing) -> Result<Nothing, Failure> {
    let now = app.clock.now();
    app.store
        .write::<_, Failure>(move |tx| {
            let mut visit = load(tx, &who, id)?;
            let _ended = step(tx, &mut visit, Step::End, now)?;
            Ok(Nothing {})
        })
        .await
}
