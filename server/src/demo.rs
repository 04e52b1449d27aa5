//! Invented people, so that a clone shows everything at once.
//! **Invariant**: only in demo mode, and once in a folder; nobody here exists, and no address can
//! be written to.

pub mod codes;
mod drawing;
mod family;
mod offers;
mod page;
mod people;
mod phone;
mod portrait;
mod stories;
mod strokes;

use karta_core::account::Role;
use karta_core::api::problem::Code;
use karta_core::id::{BenefitId, PartnerId};
use karta_core::time::{Timestamp, days};

use crate::app::{App, StartError};
use crate::draw;
use crate::failure::Failure;

/// An account of the demo, as it is printed at the start.
#[derive(Clone, Copy, Debug)]
pub struct DemoAccount {
    pub role: Role,
    pub name: &'static str,
    pub email: &'static str,
    pub password: &'static str,
    /// What there is to see.
    pub what: &'static str,
}

const SEEDED: &str = "demo-seeded";

/// Fills an empty town; gives the accounts to sign in with. Does nothing a second time.
pub async fn seed(app: &App) -> Result<&'static [DemoAccount], Failure> {
    if !app.demo {
        return Err(Code::Forbidden.into());
    }
    let read =
        app.store.read::<_, Failure>(|tx| Ok((tx.setting(SEEDED)?.is_some(), tx.has_accounts()?)));
    let (seeded, inhabited) = read.await?;
    if seeded {
        codes::enrol(app, app.clock.now()).await?;
        return Ok(&people::ACCOUNTS);
    }
    if inhabited {
        return Err(Failure::internal("demo data do not go into a town with people"));
    }
    let now = app.clock.now();
    let town = people::settle(app, now).await?;
    let stories = stories::prepare(app, &town, now).await?;
    let offers =
        offers::all(|| PartnerId::new(draw::uuid(now)), || BenefitId::new(draw::uuid(now)));
    let published = days_before(now, 30);
    // One transaction: a start that is broken off leaves nothing.
    let write = app.store.write::<_, Failure>(move |tx| {
        people::write(tx, &town)?;
        stories::write(tx, &stories)?;
        for (partner, benefits) in &offers {
            tx.insert_partner(partner)?;
            for benefit in benefits {
                tx.insert_benefit(benefit, Some(published))?;
            }
        }
        Ok(tx.set_setting(SEEDED, "1")?)
    });
    write.await?;
    codes::enrol(app, now).await?;
    Ok(&people::ACCOUNTS)
}

/// The demo could not be filled.
#[derive(Debug, thiserror::Error)]
#[error("the demo's people could not be settled: {0}")]
pub struct Unsettled(String);

/// As [`seed`], for the start of the server.
pub async fn people(app: &App) -> Result<&'static [DemoAccount], Unsettled> {
    seed(app).await.map_err(|failure| Unsettled(format!("{failure:?}")))
}

/// A real town does not start on the folder of a demo.
pub async fn must_be_absent(app: &App) -> Result<(), StartError> {
    let seeded = app.store.read(|tx| tx.setting(SEEDED)).await?;
    if seeded.is_some() { Err(StartError::Demo) } else { Ok(()) }
}

fn days_before(now: Timestamp, count: i64) -> Timestamp {
    now.checked_sub(days(count)).unwrap_or(now)
}

#[cfg(test)]
mod tests;
