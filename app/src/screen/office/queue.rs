//! "Kolejka": what waits for the office, oldest first, and the next case as one big button.
//! **Invariant**: browsing is secondary; the next case is the oldest nobody has.

use dioxus::prelude::*;
use karta_core::api::office::{GetQueue, Queue, QueueRow};
use karta_core::application::number::ApplicationNumber;
use karta_core::application::state::Status;
use karta_core::id::AccountId;
use karta_core::offline::Seen;
use karta_core::time::{Date, day_of};

use super::deadline::{Deadline, is_over};
use super::entrance::ForClerk;
use crate::icon::Icon;
use crate::route::Route;
use crate::screen::application::when::day_at;
use crate::state::load::use_load;
use crate::state::use_app;
use crate::text::{Text, use_text};
use crate::ui::anchor::Anchor;
use crate::ui::button::{Button, ButtonLink, ButtonTone};
use crate::ui::empty::Empty;
use crate::ui::notice::{Notice, Tone};
use crate::ui::page::{Page, PageWidth};
use crate::ui::skeleton::Skeleton;
use crate::ui::table::{Cell, Table, TableRow};
use crate::ui::tag::Tag;
use crate::ui::toggle_chips::{ToggleChip, ToggleChips};

/// `done` names the decision just made, as `approved:PKM/2026/00123`.
#[component]
pub fn OfficeQueue(done: String) -> Element {
    rsx! {
        ForClerk { Waiting { done } }
    }
}

#[component]
fn Waiting(done: String) -> Element {
    let t = use_text();
    let load = use_load::<GetQueue>(|| ());
    rsx! {
        Page { heading: t.get("office-queue"), width: PageWidth::Site,
            if let Some(sentence) = confirmed(t, &done) {
                Notice { tone: Tone::Ok, live: true, p { {sentence} } }
            }
            match load.seen() {
                Seen::Waiting => rsx! { Skeleton { lines: 8 } },
                Seen::Failed(error) => rsx! {
                    Notice { tone: Tone::Danger, live: true,
                        p { {error.sentence(t)} }
                        Button { tone: ButtonTone::Secondary, onpress: move |()| load.reload(), {t.get("application-retry")} }
                    }
                },
                Seen::Fresh(queue) => rsx! { Cases { queue, onreload: move |()| load.reload() } },
                Seen::Kept { value: queue, .. } => rsx! {
                    Notice { tone: Tone::Warn, live: true, p { {t.get("office-offline")} } }
                    Cases { queue, onreload: move |()| load.reload() }
                },
            }
        }
    }
}

/// What was decided a moment ago. Only a real number is repeated from the address.
fn confirmed(t: Text, done: &str) -> Option<String> {
    let (what, number) = done.split_once(':')?;
    let number = ApplicationNumber::parse(number).ok()?;
    let key = match what {
        "approved" => "office-done-approved",
        "rejected" => "office-done-rejected",
        "asked" => "office-done-asked",
        _ => return None,
    };
    Some(t.with(key, &[("number", number.to_string().into())]))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum View {
    All,
    Free,
    Mine,
    Over,
    Back,
}

impl View {
    const ALL: [Self; 5] = [Self::All, Self::Free, Self::Mine, Self::Over, Self::Back];

    fn shows(self, row: &QueueRow, me: Option<AccountId>, today: Date) -> bool {
        match self {
            Self::All => true,
            Self::Free => row.status == Status::Submitted,
            Self::Mine => row.owner.as_ref().map(|owner| owner.account) == me && me.is_some(),
            Self::Over => is_over(today, row.decision_by),
            Self::Back => row.corrected,
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::All => "office-view-all",
            Self::Free => "office-view-free",
            Self::Mine => "office-view-mine",
            Self::Over => "office-view-over",
            Self::Back => "office-view-back",
        }
    }
}

/// One's own case that is begun, else the oldest nobody has.
fn next(rows: &[QueueRow], me: Option<AccountId>) -> Option<&QueueRow> {
    let own = |row: &&QueueRow| me.is_some() && row.owner.as_ref().map(|owner| owner.account) == me;
    let free = |row: &&QueueRow| row.status == Status::Submitted;
    rows.iter().find(own).or_else(|| rows.iter().find(free))
}

#[component]
fn Cases(queue: Queue, onreload: EventHandler<()>) -> Element {
    let t = use_text();
    let app = use_app();
    let mut view = use_signal(|| View::All);
    let me = app.me().map(|me| me.account);
    let today = day_of(app.now());
    let count = |view: View| queue.cases.iter().filter(|row| view.shows(row, me, today)).count();
    let chips = View::ALL.map(|one| (one, t.with(one.key(), &[("n", count(one).into())])));
    let shown = queue.cases.iter().filter(|row| view().shows(row, me, today)).cloned();
    let shown = shown.collect::<Vec<_>>();
    let columns = [
        "office-column-deadline",
        "office-column-number",
        "office-column-person",
        "office-column-state",
        "office-column-owner",
        "office-column-sent",
    ];
    rsx! {
        div { class: "queue-head",
            if let Some(next) = next(&queue.cases, me) {
                ButtonLink { to: case_place(next), icon: Icon::Chevron, {t.get("office-next")} }
            }
            p { class: "muted",
                if queue.waiting_for_residents > 0 {
                    {t.with("office-elsewhere", &[("n", i64::from(queue.waiting_for_residents).into())])}
                    " · "
                }
                {t.with("office-today", &[("n", i64::from(queue.decided_today).into())])}
            }
            Button { tone: ButtonTone::Quiet, icon: Icon::Refresh, onpress: move |()| onreload.call(()), {t.get("kit-refresh")} }
        }
        if queue.cases.is_empty() {
            Empty { icon: Icon::Check, title: t.get("office-empty"),
                p { class: "muted", {t.get("office-empty-why")} }
            }
        } else {
            ToggleChips { label: t.get("office-views"),
                for (one, label) in chips {
                    ToggleChip { key: "{one:?}", label, pressed: view() == one, onpress: move |()| view.set(one) }
                }
            }
            if shown.is_empty() {
                p { {t.get("office-view-empty")} }
            } else {
                Table { caption: t.get("office-queue"), quiet_caption: true, columns: columns.map(|key| t.get(key)).to_vec(),
                    for row in shown {
                        Row { key: "{row.id}", row }
                    }
                }
            }
        }
    }
}

#[component]
fn Row(row: QueueRow) -> Element {
    let t = use_text();
    let app = use_app();
    let me = app.me().map(|me| me.account);
    let owner = row.owner.as_ref().map(|owner| {
        if me == Some(owner.account) { t.get("office-owner-you") } else { owner.name.clone() }
    });
    let state =
        if row.status == Status::InReview { "office-state-open" } else { "office-state-free" };
    rsx! {
        TableRow {
            Cell { label: t.get("office-column-deadline"), Deadline { by: row.decision_by } }
            Cell { label: t.get("office-column-number"), numeric: true,
                Anchor { to: case_place(&row), "{row.number}" }
            }
            Cell { label: t.get("office-column-person"), strong { {row.name.clone()} } }
            Cell { label: t.get("office-column-state"),
                span { class: "actions",
                    span { class: "unbroken", {t.get(state)} }
                    if row.corrected {
                        Tag { tone: Tone::Info, {t.get("office-flag-corrected")} }
                    }
                }
            }
            Cell { label: t.get("office-column-owner"), {owner.unwrap_or_else(|| "–".into())} }
            Cell { label: t.get("office-column-sent"), numeric: true, {day_at(t, row.submitted)} }
        }
    }
}

fn case_place(row: &QueueRow) -> String {
    Route::OfficeCase { id: row.id.to_string() }.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use karta_core::api::office::Owner;
    use karta_core::application::Kind;
    use karta_core::id::ApplicationId;
    use karta_core::time::Timestamp;

    fn row(n: u128, owner: Option<u128>) -> QueueRow {
        // Ids of the contract are read from text, as the app gets them.
        let account = |n: u128| AccountId::parse(&format!("acc_{n:032x}")).unwrap();
        QueueRow {
            id: ApplicationId::parse(&format!("app_{n:032x}")).unwrap(),
            number: ApplicationNumber::new("PKM", 2026, u32::try_from(n).unwrap()),
            kind: Kind::Issue,
            name: "Anna Zmyślona".into(),
            status: if owner.is_some() { Status::InReview } else { Status::Submitted },
            submitted: Timestamp::from_second(1_800_000_000).unwrap(),
            decision_by: Date::new(2026, 12, 1).unwrap(),
            corrected: false,
            owner: owner.map(|n| Owner { account: account(n), name: "Urszula".into() }),
        }
    }

    #[test]
    fn the_next_case_is_ones_own_and_else_the_oldest_free() {
        let me = AccountId::parse(&format!("acc_{:032x}", 7)).unwrap();
        let rows = [row(1, Some(8)), row(2, None), row(3, Some(7)), row(4, None)];
        assert_eq!(next(&rows, Some(me)).map(|row| row.id), Some(rows[2].id));
        assert_eq!(next(&rows, None).map(|row| row.id), Some(rows[1].id));
        assert_eq!(next(&rows[..1], Some(me)), None);
    }
}
