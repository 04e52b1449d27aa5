//! Who may call what: a row for every operation of the contract, a column for every caller.
//! **Invariant**: an operation without a row fails, and so does a row without an operation.

mod callers;
mod operations;

use std::collections::BTreeSet;

use karta_core::api::problem::Code;
use karta_core::secret::Secret;
use karta_tests::{Answer, Client, Session, Town};

use crate::town;
use callers::{Caller, Family, Ids};
use operations::by;

/// Everybody names what is Zosia's (a child with a card and an account of her own) or her head's;
/// only the resident of the third column names their own.
///
/// `+` allowed: any answer but those below · `s` sign_in · `n` not_found · `f` forbidden ·
/// `g` guardian_needed · `w` wrong_account · `d` second_step_due
///
/// The columns, in groups: anonymous, invited and not active; resident, other resident;
/// head, former head, second guardian, minor's own account, adult member;
/// clerk, supervisor, clerk without a second step; pickup operator, partner, administrator;
/// a kiosk.
///
/// Each caller makes the calls from top to bottom in a town of their own: what ends something
/// comes last.
const TABLE: [(&str, &str); 101] = [
    // For anybody.
    ("GetTown", "++ ++ +++++ +++ +++ +"),
    ("ListBenefits", "++ ++ +++++ +++ +++ +"),
    ("GetTrust", "++ ++ +++++ +++ +++ +"),
    ("GetTrustList", "++ ++ +++++ +++ +++ +"),
    ("GetStatusList", "++ ++ +++++ +++ +++ +"),
    ("Register", "++ ++ +++++ +++ +++ +"),
    ("ResendActivation", "++ ++ +++++ +++ +++ +"),
    ("Activate", "++ ++ +++++ +++ +++ +"),
    ("SignIn", "++ ++ +++++ +++ +++ +"),
    ("ForgotPassword", "++ ++ +++++ +++ +++ +"),
    ("ResetPassword", "++ ++ +++++ +++ +++ +"),
    ("ConfirmEmail", "++ ++ +++++ +++ +++ +"),
    ("BeginPasskeySignIn", "++ ++ +++++ +++ +++ +"),
    ("PasskeySignInEnd", "++ ++ +++++ +++ +++ +"),
    ("LookAtInvitation", "++ ++ +++++ +++ +++ +"),
    ("ShowHolder", "++ ++ +++++ +++ +++ +"),
    ("CheckTyped", "++ ++ +++++ +++ +++ +"),
    // One's own account.
    ("GetMe", "ss ++ +++++ +++ +++ s"),
    ("RefreshSession", "ss ++ +++++ +++ +++ s"),
    ("ListConsents", "ss ++ +++++ ++d +++ s"),
    ("ListSessions", "ss ++ +++++ ++d +++ s"),
    ("GetSecondStep", "ss ++ +++++ +++ +++ s"),
    ("ListPasskeys", "ss ++ +++++ ++d +++ s"),
    ("PlanErasure", "ss ++ +++++ ++d +++ s"),
    ("GetArchive", "ss ++ +++++ ++d +++ s"),
    ("SetLanguage", "ss ++ +++++ +++ +++ s"),
    ("SetPhone", "ss ++ +++++ ++d +++ s"),
    ("SetConsent", "ss ++ +++g+ ++d +++ s"),
    ("ChangePassword", "ss ++ +++++ ++d +++ s"),
    ("ChangeEmail", "ss ++ +++ff ++d +++ s"),
    ("OfferTotp", "ss ++ +++++ +++ +++ s"),
    ("ConfirmTotp", "ss ++ +++++ +++ +++ s"),
    ("NewRecoveryCodes", "ss ++ +++++ ++d +++ s"),
    ("RemoveTotp", "ss ++ +++++ ffd fff s"),
    ("AddPasskey", "ss ++ +++++ ++d +++ s"),
    ("RemovePasskey", "ss +n +nnnn nnd nnn s"),
    ("OfferPasskey", "ss ++ +++++ ++d +++ s"),
    ("EraseAccount", "ss ++ +++++ ffd fff s"),
    ("StopSession", "ss +n +nnnn nnd nnn s"),
    // Families.
    ("ListFamily", "ss ++ +++++ ffd fff s"),
    ("AddMember", "ss ++ +++g+ ffd fff s"),
    ("GetMember", "ss nn +nnnn ffd fff s"),
    ("EditMember", "ss nn +nnnn ffd fff s"),
    ("InviteGuardian", "ss nn +nnnn ffd fff s"),
    ("ResendInvitation", "ss nn +nnnn ffd fff s"),
    ("ListTies", "ss ++ +++++ ffd fff s"),
    ("SetConsentToAct", "ss nn nnng+ ffd fff s"),
    ("JoinFamily", "ss ww wwwww ffd fff s"),
    // A resident's card.
    ("GetCard", "ss +n +n++n fff fff s"),
    ("GetCardPhoto", "ss +n +n++n fff fff s"),
    ("IssueCredential", "ss +n +n++n fff fff s"),
    ("ListDevices", "ss +n +n++n fff fff s"),
    ("ListLooks", "ss +n +n++n fff fff s"),
    ("ListAccess", "ss +n +n++n fff fff s"),
    ("MakePrinted", "ss +n +n+gn fff fff s"),
    ("GetPrintedSheet", "ss +n +n+gn fff fff s"),
    ("GetPrintedCard", "ss +n +n+gn fff fff s"),
    // A resident's applications; this one was written by the head.
    ("ListApplications", "ss +n +n++n fff fff s"),
    ("GetApplication", "ss +n +n++n fff fff s"),
    ("GetPhoto", "ss +n +nngn fff fff s"),
    ("GetDocument", "ss +n +nngn fff fff s"),
    ("UploadPhoto", "ss +n +nngn fff fff s"),
    ("UploadDocument", "ss +n +nngn fff fff s"),
    ("SaveDraft", "ss +n +nngn fff fff s"),
    ("SubmitApplication", "ss +n +nngn fff fff s"),
    ("WithdrawApplication", "ss +n +nngn fff fff s"),
    ("DeleteDraft", "ss +n +nngn fff fff s"),
    ("StartApplication", "ss +n +n+gn fff fff s"),
    // The office.
    ("GetQueue", "ss ff fffff ++d fff s"),
    ("GetCase", "ss ff fffff ++d fff s"),
    ("GetCasePhoto", "ss ff fffff ++d fff s"),
    ("GetCaseDocument", "ss ff fffff ++d fff s"),
    ("ClaimCase", "ss ff fffff ++d fff s"),
    ("ReleaseCase", "ss ff fffff ++d fff s"),
    ("ApproveCase", "ss ff fffff ++d fff s"),
    ("RejectCase", "ss ff fffff ++d fff s"),
    ("AskForCorrection", "ss ff fffff ++d fff s"),
    ("FindCard", "ss ff fffff ++d fff s"),
    ("OfficeBlockCard", "ss ff fffff ++d fff s"),
    ("OfficeUnblockCard", "ss ff fffff ++d fff s"),
    // Cards on plastic.
    ("ListPlastics", "ss ff fffff ++d fff s"),
    ("MovePlastics", "ss ff fffff nnd fff s"),
    // A kiosk, and what goes on on a phone.
    ("PairKiosk", "++ ++ +++++ +++ +++ +"),
    ("StartKioskSession", "++ ++ +++++ +++ +++ +"),
    ("TakeHandover", "++ ++ +++++ +++ +++ +"),
    ("BeginVisit", "ss ss sssss sss sss +"),
    ("ConfirmVisit", "ss ss sssss sss sss n"),
    ("RenewAtKiosk", "ss ss sssss sss sss n"),
    ("HandOver", "ss ss sssss sss sss +"),
    ("FindPickup", "ss ss sssss sss sss n"),
    ("ConfirmPickup", "ss ss sssss sss sss n"),
    ("EndVisit", "ss ss sssss sss sss n"),
    // What ends something. The device is the head's: the other guardian has none of it.
    ("StopDevice", "ss +n +nnnn fff fff s"),
    ("BlockCard", "ss +n +n++n fff fff s"),
    ("UnblockCard", "ss +n +n+gn fff fff s"),
    ("AcceptInvitation", "++ ++ +++++ +++ +++ +"),
    ("DeclineInvitation", "++ ++ +++++ +++ +++ +"),
    ("LeaveFamily", "ss nn nnng+ ffd fff s"),
    ("RemoveMember", "ss nn +nnnn ffd fff s"),
    ("StopOtherSessions", "ss ++ +++++ ++d +++ s"),
    ("SignOut", "ss ++ +++++ +++ +++ s"),
];

/// What an answer says about the one who called.
fn class(answer: &Answer) -> char {
    if answer.status < 400 {
        return '+';
    }
    match answer.problem().code {
        Code::SignIn => 's',
        Code::NotFound => 'n',
        Code::Forbidden => 'f',
        Code::GuardianNeeded => 'g',
        Code::WrongAccount => 'w',
        Code::SecondStepDue => 'd',
        Code::Refresh | Code::Internal => '!',
        _ => '+',
    }
}

async fn check(who: Caller) {
    let town = town();
    let family = Family::of(&town).await;
    let (client, ids) = family.caller(who).await;
    let before = family.stands().await;
    let mut wrong = Vec::new();
    let mut may_act = false;
    for (name, row) in TABLE {
        let of_name = operations::all().into_iter().find(|operation| operation.name == name);
        let operation = of_name.unwrap_or_else(|| panic!("{name} is no operation"));
        let expected = row.replace(' ', "").chars().nth(who as usize).expect("a column");
        let answer = operation.call(&client, &ids).await;
        let found = class(&answer);
        if found != expected {
            wrong.push(format!("{name}: {found} instead of {expected}: {}", answer.status));
        }
        may_act |= found == '+' && ["BlockCard", "OfficeBlockCard"].contains(&name);
    }
    assert!(wrong.is_empty(), "{who:?}\n{}", wrong.join("\n"));
    // The resident blocked another card, their own.
    if !may_act || who == Caller::Resident {
        assert_eq!(family.stands().await, before, "nothing has changed");
    }
}

#[test]
fn every_operation_has_one_row_and_every_row_all_columns() {
    let rows: BTreeSet<_> = TABLE.iter().map(|(name, _)| *name).collect();
    let operations: BTreeSet<_> = operations::all().iter().map(|it| it.name).collect();
    let without: Vec<_> = operations.difference(&rows).collect();
    assert!(without.is_empty(), "without a row: {without:?}");
    let of_nothing: Vec<_> = rows.difference(&operations).collect();
    assert!(of_nothing.is_empty(), "rows of no operation: {of_nothing:?}");
    assert_eq!(rows.len(), TABLE.len(), "an operation has two rows");
    for (name, row) in TABLE {
        let groups: Vec<_> = row.split(' ').map(str::len).collect();
        assert_eq!(groups, [2, 2, 5, 3, 3, 1], "{name}");
    }
}

#[tokio::test]
async fn anonymous() {
    check(Caller::Anonymous).await;
}

#[tokio::test]
async fn invited_and_not_active() {
    check(Caller::Invited).await;
}

#[tokio::test]
async fn a_resident_about_themselves() {
    check(Caller::Resident).await;
}

#[tokio::test]
async fn another_resident() {
    check(Caller::Other).await;
}

#[tokio::test]
async fn the_head() {
    check(Caller::Head).await;
}

#[tokio::test]
async fn a_former_head() {
    check(Caller::FormerHead).await;
}

#[tokio::test]
async fn the_second_guardian() {
    check(Caller::SecondGuardian).await;
}

#[tokio::test]
async fn the_minors_own_account() {
    check(Caller::Minor).await;
}

#[tokio::test]
async fn an_adult_member() {
    check(Caller::Adult).await;
}

#[tokio::test]
async fn a_clerk() {
    check(Caller::Clerk).await;
}

#[tokio::test]
async fn a_supervisor() {
    check(Caller::Supervisor).await;
}

#[tokio::test]
async fn a_clerk_without_a_second_step() {
    check(Caller::NewClerk).await;
}

#[tokio::test]
async fn a_pickup_operator() {
    check(Caller::PickupOperator).await;
}

#[tokio::test]
async fn a_partner() {
    check(Caller::Partner).await;
}

#[tokio::test]
async fn an_administrator() {
    check(Caller::Administrator).await;
}

#[tokio::test]
async fn a_kiosk() {
    check(Caller::Kiosk).await;
}

async fn refused(client: &Client, who: &'static str, ids: &Ids, code: Code) {
    for operation in by(who) {
        let problem = operation.call(client, ids).await.problem();
        assert_eq!(problem.code, code, "{}", operation.name);
    }
}

async fn all_refused(client: &Client, ids: &Ids) {
    refused(client, "holder", ids, Code::NotFound).await;
    refused(client, "resident", ids, Code::NotFound).await;
}

#[tokio::test]
async fn for_an_adult_the_head_may_do_nothing_before_and_after_their_consent() {
    let town = town();
    let Family { head, grandmother, .. } = Family::of(&town).await;
    let hers = Ids::with_card(&grandmother, &town.clerk("Ewa Urzędowska").await).await;
    all_refused(&head.client, &hers).await;
    let before = (grandmother.card().await, grandmother.devices().await);
    grandmother.lets_act(true).await.unwrap();
    for operation in by("holder").into_iter().filter(|it| it.method == "GET") {
        assert_eq!(operation.call(&head.client, &hers).await.status, 200, "{}", operation.name);
    }
    grandmother.lets_act(false).await.unwrap();
    all_refused(&head.client, &hers).await;
    assert_eq!((grandmother.card().await, grandmother.devices().await), before);
}

#[tokio::test]
async fn from_midnight_of_the_eighteenth_birthday_no_guardian_may_do_anything() {
    let town = town();
    let Family { head, second, ids, .. } = Family::of(&town).await;
    town.at("2032-04-30T23:50");
    let (mut mother, mut father) = (head.clone(), second.clone());
    mother.signs_in().await.unwrap();
    father.signs_in().await.unwrap();
    for guardian in [&mother, &father] {
        for operation in by("holder").into_iter().filter(|it| it.method == "GET") {
            let answer = operation.call(&guardian.client, &ids).await;
            assert_eq!(class(&answer), '+', "{}", operation.name);
        }
    }
    town.at("2032-05-01T00:00");
    for guardian in [&mother, &father] {
        all_refused(&guardian.client, &ids).await;
    }
}

#[tokio::test]
async fn ones_own_name_in_the_path_opens_nothing_of_anothers() {
    let town = town();
    let Family { zosia, ids, .. } = Family::of(&town).await;
    let jan = town.resident("Jan Nowak").await;
    jan.gets_a_card(&town.clerk("Ewa Urzędowska").await).await;
    let before = (zosia.card().await, zosia.devices().await, zosia.sees(ids.application).await);
    let mixed = Ids { resident: jan.id(), ..ids.clone() };
    let about_hers = |path: &str| path.contains("{application}") || path.contains("{device}");
    for operation in operations::all().into_iter().filter(|it| about_hers(it.path)) {
        if operation.path.contains("{resident}") {
            let problem = operation.call(&jan.client, &mixed).await.problem();
            assert_eq!(problem.code, Code::NotFound, "{}", operation.name);
        }
    }
    let after = (zosia.card().await, zosia.devices().await, zosia.sees(ids.application).await);
    assert_eq!(after, before);
}

#[tokio::test]
async fn what_is_nobodys_is_not_there() {
    let town = town();
    let anna = town.resident("Anna Kowalska").await;
    all_refused(&anna.client, &Ids::nobodys()).await;
    let clerk = town.clerk("Jan Urzędowski").await;
    let named = |path: &str| path.contains("{application}") || path.contains("/cards/");
    for operation in by("clerk").into_iter().filter(|it| named(it.path)) {
        let problem = operation.call(&clerk.client, &Ids::nobodys()).await.problem();
        assert_eq!(problem.code, Code::NotFound, "{}", operation.name);
    }
}

async fn is_no_session(town: &Town, session: Session) {
    let mut client = town.client();
    client.set_session(Some(session));
    for who in ["signed_in", "enrolling", "refreshing", "holder", "resident", "clerk"] {
        refused(&client, who, &Ids::nobodys(), Code::SignIn).await;
    }
}

#[tokio::test]
async fn a_session_that_never_was_is_none() {
    let town = town();
    is_no_session(&town, Session::Bearer(Secret::new("ks_nonsense"))).await;
    is_no_session(&town, Session::Cookie("__Host-karta=ks_nonsense".into())).await;
}
