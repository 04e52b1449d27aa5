//! Keeps what was typed, and throws a draft away.
//! **Invariant**: while a correction is asked for, only the asked parts change.

use karta_core::api::Nothing;
use karta_core::api::application::{SavedDraft, Version};
use karta_core::api::problem::{Code, Problem};
use karta_core::application::form::Draft;
use karta_core::application::state::Status;
use karta_core::application::{Application, Item};
use karta_core::id::{ApplicationId, ResidentId};

use super::super::upload;
use super::super::who::Resident;
use super::{load_own, same_version};
use crate::app::App;
use crate::failure::Failure;
use crate::store::Tx;
use crate::vault::Sealed;

pub(super) async fn save(
    app: App,
    who: Resident,
    place: (ResidentId, ApplicationId),
    saved: SavedDraft,
) -> Result<Version, Failure> {
    if !saved.draft.fits() {
        return Err(Code::Malformed.into());
    }
    app.store
        .write(move |tx| {
            let mut application = load_own(tx, who.account, place)?;
            may_change(&application, &saved.draft)?;
            same_version(&application, saved.version)?;
            application.draft = saved.draft.clone();
            tx.save_application(&mut application)?;
            Ok(Version { version: application.version })
        })
        .await
}

fn may_change(application: &Application, draft: &Draft) -> Result<(), Failure> {
    let status = application.state.status();
    match application.editable() {
        None => Err(Problem { state: Some(status), ..Problem::new(Code::WrongState) }.into()),
        Some(None) => Ok(()),
        Some(Some(items)) if only_asked(&application.draft, draft, items) => Ok(()),
        Some(Some(_)) => Err(Code::Forbidden.into()),
    }
}

/// The new draft differs from the old in the asked parts only. Consents may always be given
/// again: their text may have changed since.
fn only_asked(old: &Draft, new: &Draft, items: &[Item]) -> bool {
    let mut allowed = Draft { consents: new.consents.clone(), ..old.clone() };
    let from = new.clone();
    for item in items {
        match item {
            Item::Person => {
                allowed.given.clone_from(&from.given);
                allowed.surname.clone_from(&from.surname);
                allowed.birth_day.clone_from(&from.birth_day);
                allowed.birth_month.clone_from(&from.birth_month);
                allowed.birth_year.clone_from(&from.birth_year);
            }
            Item::Address => {
                allowed.street.clone_from(&from.street);
                allowed.house.clone_from(&from.house);
                allowed.flat.clone_from(&from.flat);
                allowed.postal_code.clone_from(&from.postal_code);
                allowed.town.clone_from(&from.town);
            }
            Item::Contact => allowed.phone.clone_from(&from.phone),
            // Files come by their own way.
            Item::Photo | Item::Document => {}
        }
    }
    allowed == *new
}

pub(super) async fn delete(
    app: App,
    who: Resident,
    place: (ResidentId, ApplicationId),
    _: Nothing,
) -> Result<Nothing, Failure> {
    let blobs = app
        .store
        .write(move |tx| {
            let application = load_own(tx, who.account, place)?;
            let status = application.state.status();
            if status != Status::Draft {
                let problem = Problem { state: Some(status), ..Problem::new(Code::WrongState) };
                return Err(Failure::from(problem));
            }
            throw_away(tx, &application)
        })
        .await?;
    upload::delete_blobs(&app, blobs).await;
    Ok(Nothing {})
}

/// Gives the blobs to delete after the commit.
pub(in crate::http) fn throw_away(
    tx: &mut Tx<'_>,
    draft: &Application,
) -> Result<Vec<Sealed>, Failure> {
    tx.delete_draft(draft)?;
    let mut blobs = Vec::new();
    for attachment in [&draft.photo, &draft.document].into_iter().flatten() {
        blobs.extend(upload::forget(tx, attachment.id)?);
    }
    Ok(blobs)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft() -> Draft {
        Draft { given: "Anna".into(), street: "Lipowa".into(), ..Draft::default() }
    }

    #[test]
    fn a_correction_changes_only_what_was_asked() {
        let renamed = Draft { given: "Hanna".into(), ..draft() };
        assert!(only_asked(&draft(), &renamed, &[Item::Person]));
        assert!(!only_asked(&draft(), &renamed, &[Item::Address, Item::Photo]));
        let moved = Draft { street: "Polna".into(), ..renamed };
        assert!(!only_asked(&draft(), &moved, &[Item::Person]));
        assert!(only_asked(&draft(), &moved, &[Item::Person, Item::Address]));
        assert!(only_asked(&draft(), &draft(), &[Item::Document]));
    }
}
