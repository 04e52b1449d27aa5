//! "Karty plastikowe": what is to be printed, what waits where, and one step for a whole box.
//! **Invariant**: a step names the state the clerk saw; handing over and destroying are asked twice.

use dioxus::prelude::*;
use karta_core::api::plastic::{
    ListPlastics, MovePlastics, PlasticMove, PlasticRow, Plastics, SeenPlastic,
};
use karta_core::api::problem::Code;
use karta_core::card::plastic::{Plastic, PlasticStep};
use karta_core::id::PlasticId;
use karta_core::offline::Seen;
use karta_core::town::Key;

use super::entrance::ForClerk;
use crate::api::{ApiError, call};
use crate::icon::Icon;
use crate::screen::application::when::{day, day_at};
use crate::state::load::use_load;
use crate::state::{App, use_app};
use crate::text::{Text, use_text};
use crate::ui::button::{Button, ButtonTone};
use crate::ui::checkbox::Checkbox;
use crate::ui::dialog::Dialog;
use crate::ui::empty::Empty;
use crate::ui::notice::{Notice, Tone};
use crate::ui::page::{Page, PageWidth};
use crate::ui::skeleton::Skeleton;
use crate::ui::table::{Cell, Table, TableRow};
use crate::ui::toggle_chips::{ToggleChip, ToggleChips};

#[component]
pub fn OfficePlastic() -> Element {
    rsx! {
        ForClerk { Boxes {} }
    }
}

#[component]
fn Boxes() -> Element {
    let t = use_text();
    let load = use_load::<ListPlastics>(|| ());
    let mut moved = use_signal(|| None::<Plastics>);
    let reload = move |()| {
        moved.set(None);
        load.reload();
    };
    let seen = load.seen();
    rsx! {
        Page { heading: t.get("office-plastic"), back: "/urzad", width: PageWidth::Site,
            match (moved(), seen) {
                (Some(list), _) | (None, Seen::Fresh(list)) => rsx! { Views { list, moved, onreload: reload } },
                (None, Seen::Waiting) => rsx! { Skeleton { lines: 8 } },
                (None, Seen::Failed(error)) => rsx! {
                    Notice { tone: Tone::Danger, live: true,
                        p { {error.sentence(t)} }
                        Button { tone: ButtonTone::Secondary, onpress: reload, {t.get("application-retry")} }
                    }
                },
                (None, Seen::Kept { value: list, .. }) => rsx! {
                    Notice { tone: Tone::Warn, live: true, p { {t.get("office-offline")} } }
                    Views { list, moved, onreload: reload }
                },
            }
        }
    }
}

/// Where a card is, which decides what is done next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum View {
    ToPrint,
    Printing,
    Waiting,
    Back,
}

impl View {
    const ALL: [Self; 4] = [Self::ToPrint, Self::Printing, Self::Waiting, Self::Back];

    const fn shows(self, row: &PlasticRow) -> bool {
        match self {
            Self::ToPrint => matches!(row.plastic, Plastic::Ordered { .. }),
            Self::Printing => matches!(row.plastic, Plastic::InProduction { .. }),
            Self::Waiting => matches!(row.plastic, Plastic::AtPickupPoint { .. }),
            Self::Back => matches!(row.plastic, Plastic::Uncollected { .. }),
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::ToPrint => "office-plastic-to-print",
            Self::Printing => "office-plastic-printing",
            Self::Waiting => "office-plastic-waiting",
            Self::Back => "office-plastic-back",
        }
    }

    const fn deeds(self) -> &'static [Deed] {
        match self {
            Self::ToPrint => &[Deed::Produce, Deed::Destroy],
            Self::Printing => &[Deed::Arrive, Deed::Misprint],
            Self::Waiting => &[Deed::HandOver],
            Self::Back => &[Deed::Arrive, Deed::Destroy],
        }
    }
}

/// What a button does with the ticked ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Deed {
    Produce,
    Misprint,
    /// Each at the point it was ordered to.
    Arrive,
    HandOver,
    Destroy,
}

impl Deed {
    const fn key(self) -> &'static str {
        match self {
            Self::Produce => "office-plastic-produce",
            Self::Misprint => "office-plastic-misprint",
            Self::Arrive => "office-plastic-arrive",
            Self::HandOver => "office-plastic-hand-over",
            Self::Destroy => "office-plastic-destroy",
        }
    }

    /// The question for what is asked twice.
    const fn question(self) -> Option<&'static str> {
        match self {
            Self::HandOver => Some("office-plastic-hand-over-sure"),
            Self::Destroy => Some("office-plastic-destroy-sure"),
            Self::Produce | Self::Misprint | Self::Arrive => None,
        }
    }

    fn step(self, point: &Key) -> PlasticStep {
        match self {
            Self::Produce => PlasticStep::Produce,
            Self::Misprint => PlasticStep::Misprint,
            Self::Arrive => PlasticStep::Arrive { point: point.clone() },
            Self::HandOver => PlasticStep::HandOver,
            Self::Destroy => PlasticStep::Destroy,
        }
    }
}

/// One move for each point of the ticked rows; other deeds are one move.
fn moves(deed: Deed, rows: &[PlasticRow]) -> Vec<PlasticMove> {
    let mut moves: Vec<PlasticMove> = Vec::new();
    for row in rows {
        let (step, seen) =
            (deed.step(&row.point), SeenPlastic { id: row.id, version: row.version });
        match moves.iter_mut().find(|known| known.step == step) {
            Some(known) => known.cards.push(seen),
            None => moves.push(PlasticMove { cards: vec![seen], step }),
        }
    }
    moves
}

#[component]
fn Views(list: Plastics, moved: Signal<Option<Plastics>>, onreload: EventHandler<()>) -> Element {
    let t = use_text();
    let mut view = use_signal(|| View::ToPrint);
    let mut ticked = use_signal(Vec::<PlasticId>::new);
    let count = |view: View| list.plastics.iter().filter(|row| view.shows(row)).count();
    let chips = View::ALL.map(|one| (one, t.with(one.key(), &[("n", count(one).into())])));
    let rows: Vec<_> = list.plastics.iter().filter(|row| view().shows(row)).cloned().collect();
    let every: Vec<_> = rows.iter().map(|row| row.id).collect();
    let are_all = !every.is_empty() && every.iter().all(|id| ticked.read().contains(id));
    rsx! {
        div { class: "queue-head",
            p { class: "muted", {t.with("office-plastic-today", &[("n", i64::from(list.handed_over_today).into())])} }
            Button { tone: ButtonTone::Quiet, icon: Icon::Refresh, onpress: move |()| onreload.call(()), {t.get("kit-refresh")} }
        }
        ToggleChips { label: t.get("office-plastic-views"),
            for (one, label) in chips {
                ToggleChip {
                    key: "{one:?}",
                    label,
                    pressed: view() == one,
                    onpress: move |()| {
                        ticked.set(Vec::new());
                        view.set(one);
                    },
                }
            }
        }
        if rows.is_empty() {
            Empty { icon: Icon::Card, title: t.get("office-plastic-empty") }
        } else {
            Deeds { view: view(), rows: rows.clone(), ticked, moved }
            Checkbox {
                id: "plastic-all",
                label: t.get("office-plastic-all"),
                checked: are_all,
                onchange: move |on: bool| ticked.set(if on { every.clone() } else { Vec::new() }),
            }
            Table {
                caption: t.get("office-plastic"),
                quiet_caption: true,
                columns: ["card", "person", "point", "since"].map(|one| t.get(&format!("office-plastic-column-{one}"))).to_vec(),
                for row in rows {
                    Row { key: "{row.id}", row, ticked }
                }
            }
        }
    }
}

#[component]
fn Row(row: PlasticRow, ticked: Signal<Vec<PlasticId>>) -> Element {
    let t = use_text();
    let app = use_app();
    let id = row.id;
    let point = app.town().and_then(|town| town.pickup_point(&row.point).map(|at| at.name.clone()));
    let point = point.unwrap_or_else(|| row.point.as_str().to_owned());
    let since = match &row.plastic {
        Plastic::AtPickupPoint { until, .. } => {
            t.with("office-plastic-until", &[("day", day(t, *until).into())])
        }
        other => day_at(t, other.since()),
    };
    rsx! {
        TableRow {
            Cell { label: t.get("office-plastic-column-card"),
                Checkbox {
                    id: "{id}",
                    label: row.number.to_string(),
                    checked: ticked.read().contains(&id),
                    onchange: move |on: bool| {
                        let mut ticked = ticked.write();
                        ticked.retain(|one| *one != id);
                        if on {
                            ticked.push(id);
                        }
                    },
                }
            }
            Cell { label: t.get("office-plastic-column-person"), strong { {row.name.display()} } }
            Cell { label: t.get("office-plastic-column-point"), {point} }
            Cell { label: t.get("office-plastic-column-since"), numeric: true, {since} }
        }
    }
}

/// The buttons, for those that are ticked.
#[component]
fn Deeds(
    view: View,
    rows: Vec<PlasticRow>,
    ticked: Signal<Vec<PlasticId>>,
    moved: Signal<Option<Plastics>>,
) -> Element {
    let t = use_text();
    let app = use_app();
    let mut asked = use_signal(|| None::<Deed>);
    let mut wrong = use_signal(|| None::<String>);
    let mut busy = use_signal(|| false);
    let chosen: Vec<_> = rows.into_iter().filter(|row| ticked.read().contains(&row.id)).collect();
    let names: Vec<_> = chosen.iter().map(|row| row.name.display()).collect();
    let run = use_callback(move |(deed, rows): (Deed, Vec<PlasticRow>)| {
        if busy() {
            return;
        }
        asked.set(None);
        busy.set(true);
        spawn(async move {
            match all(app, moves(deed, &rows), &mut moved).await {
                Ok(()) => {
                    wrong.set(None);
                    ticked.set(Vec::new());
                    app.announce(t.get("office-plastic-done"));
                }
                Err(error) => wrong.set(Some(sentence(t, &error))),
            }
            busy.set(false);
        });
    });
    let n = i64::try_from(chosen.len()).unwrap_or(i64::MAX);
    rsx! {
        if let Some(wrong) = wrong() {
            Notice { tone: Tone::Danger, live: true, p { {wrong} } }
        }
        div { class: "actions",
            for (place, deed) in view.deeds().iter().copied().enumerate() {
                Button {
                    key: "{deed:?}",
                    tone: if place == 0 { ButtonTone::Primary } else { ButtonTone::Secondary },
                    busy: busy(),
                    onpress: {
                        let chosen = chosen.clone();
                        move |()| match (chosen.is_empty(), deed.question().is_some()) {
                            (true, _) => wrong.set(Some(t.get("office-plastic-none"))),
                            (false, true) => asked.set(Some(deed)),
                            (false, false) => run.call((deed, chosen.clone())),
                        }
                    },
                    {t.with(deed.key(), &[("n", n.into())])}
                }
            }
        }
        if let Some((deed, question)) = asked().and_then(|deed| Some((deed, deed.question()?))) {
            Dialog {
                id: "plastic-sure",
                title: t.with(question, &[("n", n.into())]),
                onclose: move |()| asked.set(None),
                ul {
                    for name in names {
                        li { key: "{name}", {name.clone()} }
                    }
                }
                div { class: "actions",
                    Button {
                        tone: if deed == Deed::Destroy { ButtonTone::Danger } else { ButtonTone::Primary },
                        busy: busy(),
                        onpress: {
                            let chosen = chosen.clone();
                            move |()| run.call((deed, chosen.clone()))
                        },
                        {t.with(deed.key(), &[("n", n.into())])}
                    }
                    Button { tone: ButtonTone::Secondary, onpress: move |()| asked.set(None), {t.get("office-cancel")} }
                }
            }
        }
    }
}

/// One after the other; what was done stays done when the next one fails.
async fn all(
    app: App,
    moves: Vec<PlasticMove>,
    moved: &mut Signal<Option<Plastics>>,
) -> Result<(), ApiError> {
    for one in moves {
        match call::<MovePlastics>(&(), &one).await {
            Ok(list) => moved.set(Some(list)),
            Err(error) => {
                app.noticed(&error);
                return Err(error);
            }
        }
    }
    Ok(())
}

fn sentence(t: Text, error: &ApiError) -> String {
    match error.code() {
        Some(Code::Conflict | Code::WrongState) => t.get("office-plastic-changed"),
        Some(Code::NoCard) => t.get("office-plastic-blocked"),
        _ => error.sentence(t),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use karta_core::card::number::CardNumber;
    use karta_core::person::{FullName, Name};
    use karta_core::time::Timestamp;

    fn row(n: u128, point: &str) -> PlasticRow {
        let name = |text: &str| Name::parse(text).unwrap();
        PlasticRow {
            id: PlasticId::parse(&format!("pla_{n:032x}")).unwrap(),
            number: CardNumber::from_random(7),
            name: FullName { given: name("Anna"), surname: name("Zmyślona") },
            plastic: Plastic::InProduction { at: Timestamp::UNIX_EPOCH },
            point: Key::parse(point).unwrap(),
            version: 3,
        }
    }

    #[test]
    fn cards_arrive_at_their_own_points_in_one_move_each() {
        let rows = [row(1, "station"), row(2, "town-hall"), row(3, "station")];
        let cards = |moves: &[PlasticMove]| -> Vec<usize> {
            moves.iter().map(|one| one.cards.len()).collect()
        };
        assert_eq!(cards(&moves(Deed::Arrive, &rows)), [2, 1]);
        assert_eq!(cards(&moves(Deed::Produce, &rows)), [3]);
        assert!(moves(Deed::Produce, &[]).is_empty());
    }

    #[test]
    fn every_state_the_office_sees_has_one_view() {
        let count = |row: &PlasticRow| View::ALL.iter().filter(|view| view.shows(row)).count();
        assert_eq!(count(&row(1, "station")), 1);
        assert!(View::ALL.iter().all(|view| !view.deeds().is_empty()));
    }
}
