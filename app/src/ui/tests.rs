//! What reaches the page: every component's state shows in `data-*`, `aria-*` and words.

mod gallery;

use dioxus::prelude::*;
use karta_core::language::Language;

use super::app_bar::AppBar;
use super::bars::{Bar, Bars};
use super::benefit_row::BenefitRow;
use super::button::{Button, ButtonLink, ButtonTone};
use super::checkbox::{Checkbox, CheckboxGroup};
use super::code_row::{CodeList, CodeRow};
use super::date_field::{DateField, TypedDate};
use super::dialog::Dialog;
use super::empty::Empty;
use super::error_summary::{ErrorSummary, Mistake};
use super::field::{Field, FieldKind};
use super::file_field::{FileField, FileState};
use super::freshness::Freshness;
use super::full_code::FullCode;
use super::list_row::{List, ListRow};
use super::notice::{Notice, Tone};
use super::page::{Frame, Page, PageWidth};
use super::panel::Panel;
use super::person::Face;
use super::person_strip::PersonStrip;
use super::person_switch::{Person, PersonLink, PersonSwitch};
use super::progress::Progress;
use super::qr::Qr;
use super::radios::{Choice, Radios};
use super::resident_card::{CodeAge, ResidentCard};
use super::ring::Ring;
use super::search_field::SearchField;
use super::select::Select;
use super::skeleton::Skeleton;
use super::steps::{StatusSteps, StepState, four_steps};
use super::summary_list::{SummaryList, SummaryRow};
use super::tab_bar::{Tab, TabBar};
use super::table::{Cell, Table, TableRow};
use super::tag::Tag;
use super::text_area::TextArea;
use super::verdict::{Answer, Verdict};
use crate::icon::Icon;
use crate::text::{use_text, use_text_provider};

/// What a test draws, inside the providers the root has.
#[derive(Clone, Copy)]
struct View(fn() -> Element);

/// Two views are never known to be the same: always draw.
impl PartialEq for View {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

#[component]
fn Stage(language: Language, view: View) -> Element {
    use_text_provider(language);
    super::focus::use_focus_provider();
    rsx! { Scene { view } }
}

#[component]
fn Scene(view: View) -> Element {
    view.0()
}

fn render_in(language: Language, view: fn() -> Element) -> String {
    let mut dom = VirtualDom::new_with_props(Stage, StageProps { language, view: View(view) });
    dom.rebuild_in_place();
    dioxus_ssr::render(&dom)
}

fn render(view: fn() -> Element) -> String {
    render_in(Language::Pl, view)
}

fn assert_shows(view: fn() -> Element, parts: &[&str]) {
    let html = render(view);
    for part in parts {
        assert!(html.contains(part), "no {part} in {html}");
    }
}

#[test]
fn a_busy_button_says_so_and_stays_reachable() {
    assert_shows(
        || rsx! { Button { busy: true, submit: true, tone: ButtonTone::Danger, "Wyślij" } },
        &[r#"aria-disabled="true""#, r#"data-tone="danger""#, r#"type="submit""#, "Chwileczkę"],
    );
    assert!(!render(|| rsx! { Button { "Dalej" } }).contains("disabled"));
}

#[test]
fn a_button_link_is_a_link() {
    assert_shows(
        || rsx! { ButtonLink { to: "/wniosek", tone: ButtonTone::Secondary, icon: Icon::Document, "Złóż wniosek" } },
        &[r#"<a class="button" href="/wniosek" data-tone="secondary""#, r#"aria-hidden="true""#],
    );
}

#[test]
fn an_error_is_read_with_its_field() {
    assert_shows(
        || {
            rsx! {
                Field {
                    id: "email",
                    label: "E-mail",
                    value: "anna",
                    oninput: |_| {},
                    kind: FieldKind::Email,
                    hint: "Na przykład anna@example.com",
                    error: "Adres musi zawierać znak @",
                }
            }
        },
        &[
            r#"aria-describedby="email-error email-hint""#,
            r#"aria-invalid="true""#,
            r#"id="email-error""#,
            r#"for="email""#,
            "Błąd:",
        ],
    );
}

#[test]
fn a_password_can_be_shown() {
    assert_shows(
        || rsx! { Field { id: "p", label: "Hasło", value: "", oninput: |_| {}, kind: FieldKind::Password, autocomplete: "new-password" } },
        &[
            r#"type="password""#,
            "Pokaż hasło",
            r#"autocomplete="new-password""#,
            r#"aria-controls="p""#,
        ],
    );
}

#[test]
fn a_long_text_counts_as_a_field() {
    assert_shows(
        || rsx! { TextArea { id: "why", label: "Powód", value: "x", oninput: |_| {}, optional: true } },
        &["<textarea", r#"for="why""#, "(nieobowiązkowe)"],
    );
}

#[test]
fn a_date_is_three_fields_and_the_summary_finds_the_first() {
    assert_shows(
        || rsx! { DateField { id: "born", legend: "Data urodzenia", value: TypedDate::default(), oninput: |_| {}, birthday: true, error: "Podaj datę" } },
        &[
            r#"id="born" name="born""#,
            r#"id="born-year""#,
            r#"autocomplete="bday-month""#,
            r#"aria-labelledby="born-legend""#,
            "Miesiąc",
        ],
    );
}

#[test]
fn radios_tick_only_what_was_chosen() {
    let html = render(|| {
        rsx! {
            Radios {
                id: "ground",
                legend: "Podstawa",
                heading: true,
                choices: vec![Choice::new("pit", "PIT").hint("Pierwsza strona"), Choice::new("krus", "KRUS")],
                chosen: "krus".to_owned(),
                onchoose: |_| {},
            }
        }
    });
    assert_eq!(html.matches("checked=true").count(), 1, "{html}");
    assert!(html.contains(r#"aria-describedby="ground-note""#), "{html}");
    assert!(html.contains("<h1"), "{html}");
}

#[test]
fn a_consent_is_not_ticked_beforehand() {
    let html = render(|| {
        rsx! {
            CheckboxGroup { id: "consents", legend: "Zgody",
                Checkbox { id: "terms", label: "Akceptuję regulamin", checked: false, onchange: |_| {}, error: "Zaznacz" }
            }
        }
    });
    assert!(!html.contains("checked=true"), "{html}");
    assert!(html.contains(r#"aria-invalid="true""#), "{html}");
}

#[test]
fn a_select_begins_with_no_answer() {
    assert_shows(
        || rsx! { Select { id: "point", label: "Punkt odbioru", choices: vec![Choice::new("um", "Urząd Miasta")], onchoose: |_| {} } },
        &[r#"<option value="""#, "Wybierz z\u{a0}listy", "Urząd Miasta"],
    );
}

#[test]
fn a_file_tells_its_state() {
    assert_shows(
        || rsx! { FileField { id: "photo", label: "Zdjęcie", accept: "image/jpeg", state: FileState::Empty, onpick: |_| {}, error: "Plik jest pusty" } },
        &[
            r#"data-state="empty""#,
            "Wybierz plik",
            r#"type="file""#,
            r#"aria-describedby="photo-error""#,
        ],
    );
    assert_shows(
        || rsx! { FileField { id: "photo", label: "Zdjęcie", accept: "image/jpeg", state: FileState::Sending { name: "a.jpg".into(), percent: 43 }, onpick: |_| {} } },
        &[r#"data-state="sending""#, "Wysyłamy: 43%", r#"value="43""#],
    );
}

#[test]
fn each_mistake_leads_to_its_field() {
    assert_shows(
        || rsx! { ErrorSummary { mistakes: vec![Mistake::new("email", "Podaj adres e-mail")], attempt: 1 } },
        &[r##"href="#email""##, r#"role="alert""#, r#"tabindex="-1""#, "Popraw dane"],
    );
    assert!(!render(|| rsx! { ErrorSummary { mistakes: vec![] } }).contains("error-summary"));
}

#[test]
fn a_tone_reaches_the_stylesheet() {
    assert_shows(
        || rsx! { Notice { tone: Tone::Warn, live: true, title: "Uwaga", "Zmiana godzin" } Tag { tone: Tone::Ok, "Ważna" } },
        &[r#"data-tone="warn" role="status""#, r#"class="tag" data-tone="ok""#],
    );
}

#[test]
fn a_change_link_says_what_it_changes() {
    assert_shows(
        || rsx! { SummaryList { SummaryRow { label: "Imię", value: "Anna", change: "/wniosek/dane" } SummaryRow { label: "Telefon" } } },
        &["<dt>Imię</dt>", "Zmień", ": Imię</span>", "Nie podano"],
    );
}

#[test]
fn one_step_is_now() {
    let html = render(|| {
        let t = use_text();
        let states = [
            (StepState::Done, Some("3 grudnia".to_owned())),
            (StepState::Now, None),
            (StepState::Todo, None),
            (StepState::Todo, None),
        ];
        rsx! { StatusSteps { steps: four_steps(t, states) } }
    });
    assert_eq!(html.matches(r#"aria-current="step""#).count(), 1, "{html}");
    assert!(html.contains("Karta gotowa") && html.contains("Zakończone"), "{html}");
}

#[test]
fn a_panel_and_an_empty_place_speak() {
    assert_shows(
        || rsx! { Panel { title: "Wniosek wysłany", reference: "PKM/2026/00123" } Empty { title: "Nie ma jeszcze wniosków" } },
        &["<h1", "PKM/2026/00123", "Nie ma jeszcze wniosków"],
    );
}

#[test]
fn a_dialog_is_named_and_modal() {
    assert_shows(
        || rsx! { Dialog { id: "leave", title: "Wycofać wniosek?", onclose: |()| {}, "Tego nie można cofnąć." } },
        &[r#"aria-modal="true""#, r#"aria-labelledby="leave-title""#, r#"aria-label="Zamknij""#],
    );
}

#[test]
fn a_cell_repeats_its_column() {
    assert_shows(
        || rsx! { Table { caption: "Kolejka", columns: vec!["Numer".into()], TableRow { Cell { label: "Numer", numeric: true, "12" } } } },
        &[r#"data-label="Numer""#, r#"scope="col""#, "Kolejka</caption>"],
    );
}

#[test]
fn waiting_is_said_once() {
    assert_shows(
        || rsx! { Skeleton { lines: 2 } Progress { label: "Czytamy", percent: 10 } },
        &[r#"aria-busy="true""#, "Wczytujemy", r#"max="100""#],
    );
}

#[test]
fn offline_is_a_fact_with_a_time() {
    assert_shows(
        || rsx! { Freshness { offline: true, when: "9:41" } },
        &[r#"data-offline="true""#, "pokazujemy dane z\u{a0}9:41"],
    );
}

#[test]
fn the_code_is_one_path_on_white() {
    let html = render(|| rsx! { Qr { text: "RKC1:ABC", label: "Kod QR karty: Anna" } });
    assert_eq!(html.matches("<path").count(), 1);
    for part in [r#"role="img""#, r#"aria-label="Kod QR karty: Anna""#, "crispEdges", "viewBox"] {
        assert!(html.contains(part), "no {part} in {html}");
    }
    assert!(html.contains("#fff"), "{html}");
}

#[test]
fn the_ring_has_words() {
    assert_shows(
        || rsx! { Ring { left: 5, of: 15 } },
        &[r#"stroke-dasharray="33.3 100""#, "co 15 sekund"],
    );
}

#[test]
fn a_card_shows_whose_it_is() {
    assert_shows(
        || {
            rsx! {
                ResidentCard {
                    town: "Pruszków",
                    name: "Anna Kowalska",
                    number: "0012 3456",
                    status: "Karta ważna do 31 maja 2027 r.",
                    code: "RKC1:ABC",
                    age: CodeAge { left: 9, of: 15 },
                    photo: "data:image/png;base64,AA==",
                }
            }
        },
        &[
            "Kod QR karty: Anna Kowalska",
            "Zdjęcie: Anna Kowalska",
            "nr 0012 3456",
            r#"data-tone="ok""#,
        ],
    );
    let html = render(|| {
        rsx! {
            ResidentCard { town: "P", name: "A", number: "1", status: "Zablokowana", tone: Tone::Danger, "Pobierz ponownie" }
        }
    });
    assert!(html.contains(r#"data-empty="true""#) && !html.contains("<rect"), "{html}");
}

#[test]
fn a_full_screen_code_names_its_person_who_asked_and_six_digits() {
    assert_shows(
        || {
            rsx! {
                FullCode {
                    name: "Anna Kowalska",
                    asker: "Odpowiedź dla: Basen Kapry",
                    number: "0012 3456 7890",
                    digits: "123 456",
                    code: "RKC1:ABC",
                    label: "Kod QR karty: Anna Kowalska",
                    age: CodeAge { left: 9, of: 30 },
                    ring: "Odpowiedź działa raz",
                }
            }
        },
        &[
            "<h1 tabindex=\"-1\">Anna Kowalska</h1>",
            "Basen Kapry",
            "<strong>123 456</strong>",
            "Odpowiedź działa raz",
        ],
    );
}

#[test]
fn the_three_answers_differ_in_word_and_shape() {
    let valid = render(|| rsx! { Verdict { answer: Answer::Valid } });
    let invalid = render(|| rsx! { Verdict { answer: Answer::Invalid, reason: "Kod wygasł" } });
    let unsure = render(|| rsx! { Verdict { answer: Answer::Unsure } });
    assert!(valid.contains("Karta ważna") && valid.contains(r#"data-answer="valid""#));
    assert!(invalid.contains("Karta nieważna") && invalid.contains("Kod wygasł"));
    assert!(unsure.contains("Nie można potwierdzić") && unsure.contains(r#"role="status""#));
    let compare = render(|| rsx! { Verdict { answer: Answer::Compare } });
    assert!(compare.contains("Porównaj z\u{a0}dokumentem") && !compare.contains("Nie można"));
}

#[test]
fn the_current_tab_is_marked() {
    let html = render(|| {
        let tab =
            |to: &str, current| Tab { to: to.into(), label: to.into(), icon: Icon::Card, current };
        rsx! { TabBar { tabs: vec![tab("/karta", true), tab("/wnioski", false)] } }
    });
    assert_eq!(html.matches(r#"aria-current="page""#).count(), 1, "{html}");
}

#[test]
fn every_language_is_marked_as_itself() {
    let html =
        render_in(Language::En, || rsx! { AppBar { town: "Pruszków", area: "PUNKT PARTNERSKI" } });
    for part in [r#"lang="uk""#, r#"lang="pl""#, "Resident Card", "PUNKT PARTNERSKI"] {
        assert!(html.contains(part), "no {part} in {html}");
    }
    assert_eq!(html.matches(r#"aria-current="true""#).count(), 1, "{html}");
}

#[test]
fn the_shown_person_is_marked_and_the_way_back_is_a_button() {
    let html = render(|| {
        let person = |id: &str, current| Person { id: id.into(), name: id.into(), current };
        rsx! {
            PersonSwitch { people: vec![person("Anna", false), person("Zofia", true)], onchoose: |_| {} }
            PersonStrip { name: "Zofia", onback: |()| {} }
        }
    });
    assert_eq!(html.matches(r#"aria-current="true""#).count(), 1, "{html}");
    assert!(html.contains("Oglądasz kartę: Zofia") && html.contains("Wróć"), "{html}");
}

#[test]
fn a_search_says_what_it_found() {
    assert_shows(
        || rsx! { SearchField { id: "q", label: "Szukaj zniżki", value: "basen", oninput: |_| {}, found: "1 zniżka" } },
        &[r#"type="search""#, "Wyczyść", "1 zniżka"],
    );
}

#[test]
fn a_row_is_one_link() {
    let html = render(|| {
        rsx! {
            List { label: "Wnioski",
                ListRow { to: "/wnioski/1", title: "Wniosek o kartę", detail: "Złożony 3 grudnia", icon: Icon::Document }
                BenefitRow { to: "/znizki/1", gain: "−20%", title: "Bilet", partner: "Kapry" }
            }
        }
    });
    assert_eq!(html.matches("<a ").count(), 2, "{html}");
    assert_eq!(html.matches("<li").count(), 2, "{html}");
}

#[test]
fn a_page_has_one_main_and_one_heading() {
    let html = render(|| {
        rsx! {
            Frame { bar: rsx! { AppBar { town: "Pruszków" } },
                Page { heading: "Dane osobowe", caption: "Krok 3 z 9", back: "/", width: PageWidth::Site, "treść" }
            }
        }
    });
    assert_eq!(html.matches("<main").count(), 1);
    assert_eq!(html.matches("<h1").count(), 1);
    for part in [r##"href="#content""##, r#"lang="pl""#, "Krok 3 z 9", "Wróć"] {
        assert!(html.contains(part), "no {part} in {html}");
    }
}

#[test]
fn the_styles_stay_small() {
    let styles = super::stylesheet();
    assert!(styles.len() <= 66_000, "{} bytes", styles.len());
    assert_eq!(styles.matches('{').count(), styles.matches('}').count());
}
