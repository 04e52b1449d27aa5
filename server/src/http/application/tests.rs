//! Whose an application is: Anna and Marek are both guardians of Zofia in the demo.

use std::net::{IpAddr, Ipv4Addr};

use karta_core::api::application::{NewApplication, SavedDraft, Version};
use karta_core::application::Kind;
use karta_core::application::form::Draft;
use karta_core::contact::Email;
use karta_core::id::SessionId;
use karta_core::time::day_of;

use super::super::who::Resident;
use super::*;
use crate::app::Setup;
use crate::clock::Clock;
use crate::password::Hashing;
use crate::{demo, draw};

struct Scene {
    app: App,
    _data: tempfile::TempDir,
}

fn code<T>(answer: Result<T, Failure>) -> Code {
    match answer {
        Err(Failure::Problem(problem)) => problem.code,
        Err(failure) => panic!("{failure:?}"),
        Ok(_) => panic!("it was allowed"),
    }
}

impl Scene {
    async fn new() -> Self {
        let data = tempfile::tempdir().unwrap();
        let mut setup = Setup::in_folder(data.path(), crate::town::load(None).unwrap());
        setup.clock = Clock::fixed("2026-11-23T10:00:00Z".parse().unwrap());
        setup.hashing = Hashing::Quick;
        setup.demo = true;
        let app = setup.open().unwrap();
        demo::seed(&app).await.unwrap();
        Self { app, _data: data }
    }

    async fn guardian(&self, account: &str, given: &'static str) -> Resident {
        let email = Email::parse(&format!("{account}@demo.karta.example")).unwrap();
        let found = self.app.store.read::<_, Failure>(move |tx| {
            let account = tx.account_by_email(&email)?.unwrap().id;
            let mut family = tx.residents_of(account)?.into_iter();
            let named = family.find(|(person, _)| person.name.given.as_str() == given);
            Ok((account, named.unwrap().0.id))
        });
        let (account, resident) = found.await.unwrap();
        let session = SessionId::new(draw::uuid(self.app.clock.now()));
        let ip = IpAddr::V4(Ipv4Addr::LOCALHOST);
        Resident { account, session, resident, is_own: false, ip }
    }

    async fn starts(&self, who: Resident) -> Result<ApplicationView, Failure> {
        let new = NewApplication::of(Kind::Issue);
        start::start(self.app.clone(), who, who.resident, new).await
    }

    async fn sees(&self, who: Resident, id: ApplicationId) -> ApplicationView {
        get(self.app.clone(), holder(who), (who.resident, id), Nothing {}).await.unwrap()
    }

    async fn lists(&self, who: Resident) -> Vec<Summary> {
        let list = list(self.app.clone(), holder(who), who.resident, Nothing {}).await.unwrap();
        list.applications
    }

    /// Anna is Zofia's guardian no more.
    async fn leaves(&self, who: Resident) {
        let now = self.app.clock.now();
        let leaves = self.app.store.write::<_, Failure>(move |tx| {
            let ties = tx.memberships_of(who.resident)?;
            let mut tie = ties.into_iter().find(|tie| tie.head == who.account).unwrap();
            tie.ended = Some(now);
            Ok(tx.save_member(&mut tie)?)
        });
        leaves.await.unwrap();
    }
}

fn holder(who: Resident) -> Holder {
    let Resident { account, session, resident, is_own, ip } = who;
    Holder { account, session, resident, power: Power::Acts, is_own, ip }
}

#[tokio::test]
async fn the_other_guardian_sees_how_it_stands_and_nothing_that_was_typed() {
    let scene = Scene::new().await;
    let (anna, marek) =
        (scene.guardian("anna", "Zofia").await, scene.guardian("marek", "Zofia").await);
    let hers = scene.lists(anna).await;
    assert!(hers[0].is_mine);
    let id = hers[0].id;
    assert!(scene.sees(anna, id).await.document.is_some());
    assert!(!scene.lists(marek).await[0].is_mine);
    let view = scene.sees(marek, id).await;
    assert!(!view.is_mine);
    assert_eq!((view.draft, view.photo, view.document), (Draft::default(), None, None));
    assert!(view.number.is_some() && view.progress.card_ready && view.history.len() > 3);
}

#[tokio::test]
async fn only_the_author_goes_on_with_an_application() {
    let scene = Scene::new().await;
    let (anna, marek) =
        (scene.guardian("anna", "Zofia").await, scene.guardian("marek", "Zofia").await);
    let begun = scene.starts(anna).await.unwrap();
    assert!(begun.is_mine);
    assert_eq!(scene.starts(anna).await.unwrap().id, begun.id);
    assert_eq!(code(scene.starts(marek).await), Code::OpenElsewhere);
    let (at, version) = ((marek.resident, begun.id), begun.version);
    let app = || scene.app.clone();
    let saved = SavedDraft { version, draft: Draft::default() };
    assert_eq!(code(draft::save(app(), marek, at, saved.clone()).await), Code::NotFound);
    assert_eq!(code(draft::delete(app(), marek, at, Nothing {}).await), Code::NotFound);
    let seen = Version { version };
    assert_eq!(code(submit::submit(app(), marek, at, seen).await), Code::NotFound);
    assert_eq!(code(withdraw::withdraw(app(), marek, at, seen).await), Code::NotFound);
    assert!(draft::save(app(), anna, at, saved).await.is_ok());
}

#[tokio::test]
async fn a_draft_whose_author_may_do_nothing_any_more_stands_in_nobodys_way() {
    let scene = Scene::new().await;
    let (anna, marek) =
        (scene.guardian("anna", "Zofia").await, scene.guardian("marek", "Zofia").await);
    let hers = scene.starts(anna).await.unwrap();
    scene.leaves(anna).await;
    let his = scene.starts(marek).await.unwrap();
    assert!(his.is_mine && his.id != hers.id);
    assert_eq!(scene.lists(marek).await.len(), 2, "the approved one and his own");
}

#[tokio::test]
async fn the_office_writes_to_the_author_while_they_may_act_and_else_to_who_may() {
    let scene = Scene::new().await;
    let (anna, marek) =
        (scene.guardian("anna", "Zofia").await, scene.guardian("marek", "Zofia").await);
    let id = scene.lists(anna).await[0].id;
    let today = day_of(scene.app.clock.now());
    let addressee = |day| {
        scene.app.store.read::<_, Failure>(move |tx| {
            let case = tx.application(id)?.unwrap();
            Ok((tx.correspondent(&case, day)?.map(|to| to.account), tx.sender_email(&case, day)?))
        })
    };
    assert_eq!(addressee(today).await.unwrap().0, Some(anna.account));
    scene.leaves(anna).await;
    assert_eq!(addressee(today).await.unwrap().0, Some(marek.account));
    let grown = "2034-09-03".parse().unwrap();
    let (to, shown) = addressee(grown).await.unwrap();
    assert_eq!(to, None, "nobody without power gets a mail");
    assert_eq!(shown.unwrap().as_str(), "anna@demo.karta.example", "the office sees who sent it");
}
