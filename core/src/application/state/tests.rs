use super::*;
use uuid::Uuid;

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + second).unwrap()
}

fn clerk(n: u128) -> AccountId {
    AccountId::new(Uuid::from_u128(n))
}

fn request() -> CorrectionRequest {
    CorrectionRequest {
        items: vec![Item::Photo],
        reasons: vec![],
        note: String::new(),
        deadline: at(100),
    }
}

fn rejection() -> Rejection {
    Rejection { reason: Key::parse("other-town").unwrap(), note: String::new() }
}

fn state(status: Status) -> State {
    match status {
        Status::Draft => State::Draft,
        Status::Submitted => State::Submitted { at: at(0) },
        Status::InReview => State::InReview { since: at(0), clerk: clerk(1) },
        Status::NeedsCorrection => {
            State::NeedsCorrection { since: at(0), by: clerk(1), request: request() }
        }
        Status::Approved => State::Approved { at: at(0), by: clerk(1) },
        Status::Rejected => State::Rejected { at: at(0), by: clerk(1), rejection: rejection() },
        Status::Withdrawn => State::Withdrawn { at: at(0) },
        Status::Expired => State::Expired { at: at(0) },
    }
}

fn steps() -> Vec<(&'static str, Step)> {
    let clerk = clerk(1);
    vec![
        ("submit", Step::Submit),
        ("claim", Step::Claim { clerk }),
        ("release", Step::Release { clerk }),
        ("approve", Step::Approve { clerk }),
        ("reject", Step::Reject { clerk, rejection: rejection() }),
        ("ask", Step::Ask { clerk, request: request() }),
        ("withdraw", Step::Withdraw),
        ("lapse", Step::Lapse),
    ]
}

/// The whole table: every state × every step, at an instant after the deadline.
#[test]
fn every_move_is_as_drawn_and_every_other_is_refused() {
    let drawn = |from: Status, step: &str| match (from, step) {
        (Status::Draft | Status::NeedsCorrection, "submit") => Some(Status::Submitted),
        (Status::Submitted | Status::InReview, "claim") => Some(Status::InReview),
        (Status::InReview, "release") => Some(Status::Submitted),
        (Status::InReview, "approve") => Some(Status::Approved),
        (Status::InReview, "reject") => Some(Status::Rejected),
        (Status::InReview, "ask") => Some(Status::NeedsCorrection),
        (Status::Submitted | Status::InReview | Status::NeedsCorrection, "withdraw") => {
            Some(Status::Withdrawn)
        }
        (Status::NeedsCorrection, "lapse") => Some(Status::Expired),
        _ => None,
    };
    for from in Status::ALL {
        for (name, step) in steps() {
            let to = state(from).step(step, at(200)).map(|state| state.status());
            let expected = drawn(from, name).ok_or(Refused::WrongState(from));
            assert_eq!(to, expected, "{from:?} --{name}-->");
        }
    }
}

#[test]
fn a_case_belongs_to_the_clerk_who_took_it() {
    let other = clerk(2);
    for step in [
        Step::Claim { clerk: other },
        Step::Release { clerk: other },
        Step::Approve { clerk: other },
        Step::Reject { clerk: other, rejection: rejection() },
        Step::Ask { clerk: other, request: request() },
    ] {
        assert_eq!(state(Status::InReview).step(step, at(1)), Err(Refused::OtherClerk));
    }
}

#[test]
fn taking_a_case_twice_keeps_the_first_instant() {
    let again = state(Status::InReview).step(Step::Claim { clerk: clerk(1) }, at(50));
    assert_eq!(again, Ok(State::InReview { since: at(0), clerk: clerk(1) }));
}

#[test]
fn a_deadline_cannot_lapse_early() {
    let waiting = state(Status::NeedsCorrection);
    assert_eq!(waiting.clone().step(Step::Lapse, at(99)), Err(Refused::TooEarly));
    assert_eq!(waiting.step(Step::Lapse, at(100)).map(|s| s.status()), Ok(Status::Expired));
}

#[test]
fn a_correction_request_names_something_once() {
    let ask = |items| {
        let request = CorrectionRequest { items, ..request() };
        state(Status::InReview).step(Step::Ask { clerk: clerk(1), request }, at(1))
    };
    assert_eq!(ask(vec![]), Err(Refused::NothingAsked));
    match ask(vec![Item::Photo, Item::Address, Item::Photo]) {
        Ok(State::NeedsCorrection { request, .. }) => {
            assert_eq!(request.items, [Item::Address, Item::Photo]);
        }
        other => panic!("{other:?}"),
    }
}

proptest::proptest! {
    /// Whatever is tried in whatever order: a decided case stays decided.
    #[test]
    fn a_closed_case_never_changes(moves in proptest::collection::vec(0usize..8, 0..40)) {
        let mut now = State::Draft;
        for (second, step) in moves.into_iter().enumerate() {
            let (_, step) = steps().remove(step);
            let before = now.clone();
            match now.clone().step(step, at(second as i64)) {
                Ok(next) => {
                    proptest::prop_assert!(before.status().is_open());
                    now = next;
                }
                Err(_) => proptest::prop_assert_eq!(&before, &now),
            }
        }
    }
}
