use super::*;
use karta_core::town::Moment;

async fn consent(town: &Town, here: &Place, key: &str, version: u32, given: bool) -> Answer {
    let body = json!({ "key": key, "version": version, "given": given });
    town.call(Some(here), "PUT", "/me/consents", body).await
}

fn find<'a>(answer: &'a Value, key: &str) -> &'a Value {
    let all = answer["consents"].as_array().unwrap();
    all.iter().find(|consent| consent["key"] == json!(key)).unwrap()
}

#[tokio::test]
async fn an_optional_consent_comes_and_goes_and_its_history_stays() {
    let town = Town::new();
    town.settles(OLENA, Role::Resident).await;
    let here = town.signed_in(OLENA, PASSWORD, None).await;
    let list = town.call(Some(&here), "GET", "/me/consents", json!({})).await.1;
    let asked = town.app.town.consents_at(Moment::Registration).count();
    assert_eq!(list["consents"].as_array().unwrap().len(), asked);
    assert_eq!(find(&list, "newsletter")["history"], json!([]));

    for given in [true, true, false, false, true] {
        town.later(60);
        let (status, now) = consent(&town, &here, "newsletter", 1, given).await;
        assert_eq!((status, &find(&now, "newsletter")["given"]), (200, &json!(given)));
    }
    let list = town.call(Some(&here), "GET", "/me/consents", json!({})).await.1;
    let history = find(&list, "newsletter")["history"].as_array().unwrap();
    let given: Vec<bool> = history.iter().map(|event| event["given"].as_bool().unwrap()).collect();
    assert_eq!(given, [true, false, true], "what changed nothing is no event");
    assert_eq!(history[1]["at"], json!("2026-11-23T08:03:00Z"));

    let old = consent(&town, &here, "newsletter", 2, true).await;
    assert_eq!(code_of(&old), (422, "consent_missing"));
    assert_eq!(code_of(&consent(&town, &here, "truth", 1, true).await), (404, "not_found"));
}

#[tokio::test]
async fn required_consents_are_due_until_given_and_are_not_withdrawn() {
    let town = Town::new();
    town.settles(OLENA, Role::Resident).await;
    town.settles("urzad@urzad.example", Role::Clerk).await;
    let here = town.signed_in(OLENA, PASSWORD, None).await;
    let due = || async {
        town.call(Some(&here), "GET", "/me", json!({})).await.1["consents_due"].clone()
    };
    assert_eq!(due().await, json!(true));
    let required = town.app.town.consents_at(Moment::Registration).filter(|asked| asked.required);
    for asked in required {
        assert_eq!(due().await, json!(true));
        consent(&town, &here, asked.key.as_str(), asked.version, true).await;
    }
    assert_eq!(due().await, json!(false));
    let refused = consent(&town, &here, "terms", 1, false).await;
    assert_eq!(code_of(&refused), (422, "consent_missing"));
    let desk = town.signed_in("urzad@urzad.example", PASSWORD, None).await;
    let me = town.call(Some(&desk), "GET", "/me", json!({})).await.1;
    assert_eq!((&me["consents_due"], &me["second_step"]), (&json!(false), &json!("due")));
}

#[tokio::test]
async fn a_minor_gives_no_consents_and_an_adult_owes_them_from_the_birthday_on() {
    let town = Town::new();
    let (_, id) = town.settles(OLENA, Role::Resident).await;
    let born = town.app.store.write::<_, Failure>(move |tx| {
        let mut own = tx.resident(id)?.unwrap();
        own.born = Some("2008-11-24".parse().unwrap());
        Ok(tx.save_resident(&own)?)
    });
    born.await.unwrap();
    let here = town.signed_in(OLENA, PASSWORD, None).await;
    let refused = consent(&town, &here, "newsletter", 1, true).await;
    assert_eq!(code_of(&refused), (403, "guardian_needed"));
    let me = town.call(Some(&here), "GET", "/me", json!({})).await.1;
    assert_eq!(me["consents_due"], json!(false));
    town.later(15 * 3600);
    let here = town.signed_in(OLENA, PASSWORD, None).await;
    let me = town.call(Some(&here), "GET", "/me", json!({})).await.1;
    assert_eq!(me["consents_due"], json!(true));
}
