//! The card on paper: its code, and the files to print.
//! **Invariant**: one code on paper counts at a time; both files are drawn from what was stored
//! when it was made, so that they carry the same code each time.

use std::sync::Arc;

use karta_core::api::Nothing;
use karta_core::api::card::CardInfo;
use karta_core::api::problem::Code;
use karta_core::application::Media;
use karta_core::card::credential::{About, StatusRef};
use karta_core::card::printed::PrintedClaims;
use karta_core::card::text;
use karta_core::id::{CredentialId, EventId, MailId, ResidentId};
use karta_core::language::Language;
use karta_core::time::{day_of, epoch, seconds};

use super::super::mount::{Outgoing, OutgoingMedia};
use super::super::upload;
use super::super::who::Resident;
use super::renew::few_today;
use super::{Held, held, info, instance_name};
use crate::app::{App, Parts};
use crate::draw;
use crate::failure::Failure;
use crate::print::{self, Layout, PrintedCard};
use crate::store::Tx;
use crate::store::card_events::{CardEvent, CardHappened};
use crate::store::credentials::{PAPER, StoredCredential};

const PRINTS_A_DAY: u32 = 5;

pub(super) async fn make(
    app: App,
    who: Resident,
    resident: ResidentId,
    _: Nothing,
) -> Result<CardInfo, Failure> {
    if !app.town.card.printed {
        return Err(Code::Forbidden.into());
    }
    let now = app.clock.now();
    let (id, event) = (CredentialId::new(draw::uuid(now)), EventId::new(draw::uuid(now)));
    let mail = MailId::new(draw::uuid(now));
    // Before anything changes: the paper of before counts on when there can be no new one.
    let shared = app.clone();
    let read = move |tx: &mut Tx<'_>| {
        Ok::<_, Failure>(held(tx, &shared.town, resident, now)?.name.display())
    };
    let name = app.store.read(read).await?;
    if !print::can_print(&name) {
        return Err(Code::Unprintable.into());
    }
    let drawn = app.draw_places(now);
    let shared = app.clone();
    app.store
        .write::<_, Failure>(move |tx| {
            let held = held(tx, &shared.town, resident, now)?;
            if !held.counts(now) {
                return Err(Code::NoCard.into());
            }
            let card = held.card.id;
            few_today(tx, card, PAPER, PRINTS_A_DAY, now)?;
            tx.revoke_key(card, PAPER, now)?;
            let status_index = tx.free_status_index(&drawn, now)?;
            tx.insert_credential(&StoredCredential {
                id,
                card,
                key: PAPER,
                status_index,
                issued: now,
                until: held.end(now),
                revoked: None,
                typed_step: None,
                says: None,
            })?;
            let (actor, what) = (Some(who.account), CardHappened::Printed);
            tx.record_card(&CardEvent { id: event, card, at: now, actor, what })?;
            if let Some(to) = tx.card_correspondent(resident, Some(who.account), day_of(now))? {
                tx.queue_mail(mail, &shared.printed_letter(&to, now), now)?;
            }
            info(tx, &shared, resident, now)
        })
        .await
}

pub(super) async fn sheet(app: App, who: Resident, of: ResidentId) -> Result<Outgoing, Failure> {
    draw_for(app, who, of, Layout::A4).await
}

pub(super) async fn card(app: App, who: Resident, of: ResidentId) -> Result<Outgoing, Failure> {
    draw_for(app, who, of, Layout::Cr80).await
}

async fn draw_for(
    app: App,
    who: Resident,
    resident: ResidentId,
    layout: Layout,
) -> Result<Outgoing, Failure> {
    app.limits.upload(who.ip)?;
    let turn = Arc::clone(&app.printers).acquire_owned().await.map_err(Failure::internal)?;
    let now = app.clock.now();
    let shared = app.clone();
    let read = move |tx: &mut Tx<'_>| {
        let held = held(tx, &shared.town, resident, now)?;
        let paper = tx.live_printed(held.card.id, now)?.ok_or(Code::NotFound)?;
        let account = tx.account(who.account)?.ok_or(Code::SignIn)?;
        Ok::<_, Failure>((held, paper, account.language))
    };
    let (held, paper, language) = app.store.read(read).await?;
    let photo = match held.card.photo {
        Some(photo) => Some(upload::give(&app, Some(photo)).await?.bytes),
        None => None,
    };
    let drawn = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        render(&app, &held, &paper, photo.as_deref(), language, layout)
    });
    let bytes = drawn.await.map_err(Failure::internal)??;
    let media = OutgoingMedia::File(Media::Pdf);
    Ok(Outgoing { bytes, media, name: "karta.pdf".to_owned() })
}

fn render(
    app: &Parts,
    held: &Held,
    paper: &StoredCredential,
    photo: Option<&[u8]>,
    language: Language,
    layout: Layout,
) -> Result<Vec<u8>, Failure> {
    let claims = PrintedClaims {
        iss: app.keys.issuer().to_owned(),
        sub: instance_name(paper.id),
        exp: u64::try_from(epoch(paper.until)).unwrap_or(0),
        status: StatusRef { idx: paper.status_index, uri: app.keys.status_uri().to_owned() },
        about: About::of(held.card.class, held.lasting_flags(), &held.name),
    };
    // With the key of that day: a later one would make another code of the same paper.
    let code = app.keys.sign_printed(claims, paper.issued);
    let code = text::write(code.bytes());
    let card = PrintedCard {
        town: &app.town,
        name: &held.name.display(),
        number: held.card.number,
        class: held.card.class,
        until: day_of(paper.until - seconds(1)),
        photo,
        code: &code,
        language,
        made: day_of(paper.issued),
    };
    print::render(&card, &app.texts, layout).map_err(Failure::internal)
}
