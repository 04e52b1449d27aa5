//! A page with every component, to be looked at: written to `target/gallery.html`.

use super::*;

const NAME: &str = "Anna Maria Kowalska-Wiśniewska";

fn forms() -> Element {
    let choices = vec![
        Choice::new("pit", "Rozliczam PIT w Pruszkowie")
            .hint("Potrzebna będzie pierwsza strona PIT"),
        Choice::new("krus", "Opłacam składki w KRUS"),
        Choice::new("pup", "Jestem w rejestrze urzędu pracy"),
    ];
    rsx! {
        Page { heading: "Podstawa karty", caption: "Krok 2 z 9", back: "/",
            above: rsx! {
                ErrorSummary { mistakes: vec![Mistake::new("email", "Adres e-mail musi zawierać znak @"), Mistake::new("born", "Data urodzenia musi zawierać miesiąc")] }
            },
            Field { id: "email", label: "Adres e-mail", value: "anna.example.com", oninput: |_| {}, kind: FieldKind::Email, hint: "Tu wyślemy wiadomości o wniosku", error: "Adres e-mail musi zawierać znak @" }
            Field { id: "password", label: "Hasło", value: "tajne", oninput: |_| {}, kind: FieldKind::Password, hint: "Co najmniej 12 znaków" }
            Field { id: "phone", label: "Telefon", value: "", oninput: |_| {}, kind: FieldKind::Phone, optional: true }
            DateField { id: "born", legend: "Data urodzenia", value: TypedDate { day: "27".into(), month: String::new(), year: "1987".into() }, oninput: |_| {}, hint: "Na przykład 27 3 1987", error: "Data urodzenia musi zawierać miesiąc" }
            Radios { id: "ground", legend: "Co łączy Cię z miastem?", choices: choices.clone(), chosen: "pit".to_owned(), onchoose: |_| {} }
            CheckboxGroup { id: "consents", legend: "Zgody",
                Checkbox { id: "terms", label: "Akceptuję regulamin", checked: true, onchange: |_| {} }
                Checkbox { id: "news", label: "Chcę dostawać wiadomości o nowych zniżkach", checked: false, onchange: |_| {}, hint: "Zgodę można wycofać w każdej chwili" }
            }
            Select { id: "point", label: "Punkt odbioru", choices, onchoose: |_| {} }
            FileField { id: "photo", label: "Zdjęcie", hint: "JPG albo PNG, do 25 MB", accept: "image/*", state: FileState::Empty, onpick: |_| {} }
            FileField { id: "pit", label: "Pierwsza strona PIT", accept: ".pdf", state: FileState::Done { name: "PIT-37_2025_strona_1.pdf".into(), note: Some("412 kB. Usuniemy 12 grudnia".into()), preview: None }, onpick: |_| {}, onremove: |()| {} }
            FileField { id: "scan", label: "Skan", accept: ".pdf", state: FileState::Sending { name: "skan.pdf".into(), percent: 43 }, onpick: |_| {} }
            TextArea { id: "why", label: "Wiadomość", value: "", oninput: |_| {}, optional: true }
            div { class: "actions",
                Button { submit: true, "Zapisz i przejdź dalej" }
                Button { tone: ButtonTone::Secondary, icon: Icon::Camera, "Zrób zdjęcie" }
                Button { tone: ButtonTone::Danger, "Wycofaj wniosek" }
                Button { tone: ButtonTone::Quiet, "Anuluj" }
                Button { busy: true, "Wysyłamy" }
            }
        }
    }
}

fn card() -> Element {
    let t = use_text();
    let now = Some("Odpowiemy do 15 grudnia".to_owned());
    let states = [
        (StepState::Done, Some("3 grudnia".to_owned())),
        (StepState::Now, now),
        (StepState::Todo, None),
        (StepState::Todo, None),
    ];
    let code = "RKC1:6BF+70790T9WJWG.FKY*4GO0.O1CV2 O5 N2FBBRW1*70HS8WY04AC*WIFN0AHCD8KD97TK0F90KECTHGWJC0FDC:5AIA%G7X+AQB9746HS80:54IBQF60R6$A80X6S1BTYACG6M+9XG8KIAWNA91AY%67092L4WJCT3EHS8XJC$+DXJCCWENF6OF63W5NW6WF6%JC QE/IAYJC5LEW34U3ET7DXC9 QE-ED8%EA.DCWEA7D";
    rsx! {
        Page { heading: "Moja karta",
            ResidentCard { town: "Pruszków", name: NAME, number: "0012 3456", status: "Karta ważna do 31 maja 2027 r.", code, age: CodeAge { left: 9, of: 15 } }
            Freshness { when: "dzisiaj, 9:41", onrefresh: |()| {} }
            Freshness { when: "9:41", offline: true }
            div { class: "actions",
                Button { wide: true, "Pokaż kod na cały ekran" }
                ButtonLink { to: "/znizki", tone: ButtonTone::Secondary, wide: true, "Do czego mam prawo" }
            }
            ResidentCard { town: "Pruszków", name: "Zosia Kowalska", number: "0012 3457", status: "Karta zablokowana 2 grudnia", tone: Tone::Danger, p { "Tej karty nie można okazać." } }
            Notice { tone: Tone::Info, title: "Teraz kolej urzędu", p { "Odpowiemy do 15 grudnia." } }
            Notice { tone: Tone::Ok, p { "Zapisano w urzędzie o 14:02." } }
            Notice { tone: Tone::Warn, p { "Połącz się z internetem do 14 grudnia." } }
            Notice { tone: Tone::Danger, title: "Nie udało się wysłać", p { "Dane są bezpieczne na tym urządzeniu." } Button { tone: ButtonTone::Secondary, "Spróbuj ponownie" } }
            StatusSteps { steps: four_steps(t, states) }
            Panel { title: "Wniosek wysłany", reference: "PKM/2026/00123", p { "Odpowiemy do 15 grudnia." } }
        }
    }
}

fn lists() -> Element {
    rsx! {
        Page { heading: "Zniżki i wnioski", width: PageWidth::Site,
            SearchField { id: "q", label: "Szukaj zniżki", value: "basen", oninput: |_| {}, found: "2 zniżki" }
            List { label: "Zniżki",
                BenefitRow { to: "/1", gain: "−20%", title: "Bilet na basen", partner: "Pływalnia Kapry", detail: "ul. Andrzeja 3, do 31 grudnia" }
                BenefitRow { to: "/2", gain: "bilet 12 zł", title: "Seanse dla rodzin", partner: "Centrum Dziedzictwa Kulturowego" }
            }
            List { label: "Wnioski",
                ListRow { to: "/3", title: "Wniosek o kartę", detail: "Złożony 3 grudnia", icon: Icon::Document, Tag { tone: Tone::Info, "Sprawdzamy" } }
                ListRow { to: "/4", title: "Dodanie dziecka: Zosia", detail: "Popraw zdjęcie do 10 grudnia", icon: Icon::Person, Tag { tone: Tone::Warn, "Do poprawy" } }
            }
            SummaryList { title: "Dane osobowe",
                SummaryRow { label: "Imię i nazwisko", value: NAME, change: "/a" }
                SummaryRow { label: "Adres", value: "ul. Bolesława Prusa 12 m. 4\n05-800 Pruszków", change: "/b" }
                SummaryRow { label: "Telefon", change: "/c" }
            }
            Table { caption: "Kolejka", columns: ["Termin", "Numer", "Nazwisko", "Stan"].map(str::to_owned).to_vec(),
                for (due, number, name) in [("za 2 dni", "00123", "Kowalska"), ("dziś", "00119", "Niezarejestrowany-Wiśniewski")] {
                    TableRow { key: "{number}",
                        Cell { label: "Termin", Tag { tone: Tone::Warn, {due} } }
                        Cell { label: "Numer", numeric: true, {number} }
                        Cell { label: "Nazwisko", {name} }
                        Cell { label: "Stan", "Sprawdzamy" }
                    }
                }
            }
            div { class: "surface",
                Bars { of: 45, bars: [("Ważne", 41, Tone::Ok), ("Nieważne", 3, Tone::Danger), ("Niepewne", 1, Tone::Warn)].map(|(label, count, tone)| Bar { label: label.into(), count, tone }).to_vec() }
            }
            Empty { title: "Nie ma jeszcze wniosków", ButtonLink { to: "/", "Złóż wniosek" } }
            Skeleton {}
            Progress { label: "Czytamy plik…" }
            div { class: "actions surface",
                for icon in Icon::ALL {
                    span { key: "{icon:?}", {icon.draw()} }
                }
            }
        }
    }
}

fn family() -> Element {
    let people = [("Anna", false), ("Zofia", true), ("Konstanty Aleksander", false)];
    let people =
        people.map(|(name, current)| Person { id: name.into(), name: name.into(), current });
    let row = |name: &str, status: &str, tone| {
        let letters = name.chars().take(1).collect::<String>();
        rsx! {
            CodeRow { name, face: rsx! { Face { letters } }, status, tone,
                Button { icon: Icon::Eye, "Pokaż kod" }
            }
        }
    };
    rsx! {
        Frame {
            bar: rsx! {
                AppBar { town: "Pruszków",
                    PersonSwitch { people: people.to_vec(), onchoose: |_| {},
                        PersonLink { to: "/rodzina", icon: Icon::Family, "Rodzina" }
                    }
                }
                PersonStrip { name: "Zofia", onback: |()| {} }
            },
            Page { heading: "Karty Twojej rodziny",
                CodeList { label: "Karty",
                    {row("Anna", "Karta ważna do 31 maja 2027 r.", Tone::Ok)}
                    {row("Zofia", "Karta ważna do 31 grudnia 2026 r. Zostało 20 dni.", Tone::Warn)}
                    {row("Konstanty Aleksander", "Karta zablokowana", Tone::Danger)}
                    {row("Jan", "Brak karty", Tone::Neutral)}
                }
            }
        }
    }
}

fn framed(content: fn() -> Element) -> Element {
    let tab =
        |label: &str, icon, current| Tab { to: "/".into(), label: label.into(), icon, current };
    let tabs = vec![
        tab("Karta", Icon::Card, true),
        tab("Zniżki", Icon::Percent, false),
        tab("Wnioski", Icon::Document, false),
        tab("Więcej", Icon::More, false),
    ];
    rsx! {
        Frame { bar: rsx! { AppBar { town: "Pruszków" } }, tabs: rsx! { TabBar { tabs } }, Scene { view: View(content) } }
    }
}

#[test]
fn the_gallery_is_there_to_be_looked_at() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../target/gallery");
    std::fs::create_dir_all(folder).unwrap();
    let write = |name: &str, view: fn() -> Element| {
        let body = render(view);
        let head = r#"<!doctype html><html lang="pl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Kit</title><style>"#;
        let page = format!(
            "{head}{}</style></head><body>{body}</body></html>",
            super::super::stylesheet()
        );
        std::fs::write(format!("{folder}/{name}.html"), page).unwrap();
    };
    write("forms", || framed(forms));
    write("card", || framed(card));
    write("lists", || framed(lists));
    write("family", family);
    write("dialog", || {
        framed(|| {
            rsx! {
                Dialog { id: "d", title: "Wycofać wniosek?", onclose: |()| {},
                    p { "Wniosku nie będzie można przywrócić. Możesz złożyć nowy." }
                    div { class: "actions", Button { tone: ButtonTone::Danger, "Wycofaj wniosek" } Button { tone: ButtonTone::Quiet, "Zostaw" } }
                }
            }
        })
    });
    write(
        "valid",
        || rsx! { main { Verdict { answer: Answer::Valid, reason: "Anna K., do 31 maja 2027 r.", Button { "Sprawdź następną" } } } },
    );
    write(
        "invalid",
        || rsx! { main { Verdict { answer: Answer::Invalid, reason: "Ten kod wygasł o 9:41. Poproś o kod na żywo.", Button { "Sprawdź następną" } } } },
    );
    write(
        "compare",
        || rsx! { main { Verdict { answer: Answer::Compare, reason: "Senior lub seniorka, inicjały A.K.", p { class: "verdict-next", "Poproś o dokument ze zdjęciem." } div { class: "actions", Button { "Zgadza się" } Button { tone: ButtonTone::Secondary, "Nie zgadza się" } } Freshness { words: "Lista z dziś, 8:12", onrefresh: |()| {} } } } },
    );
    write(
        "face",
        || rsx! { main { Verdict { answer: Answer::Valid, reason: "Osoba dorosła: Anna K.", photo: "data:image/gif;base64,R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs=", p { class: "verdict-fact", "Karta ważna do 22 listopada 2029 r." } p { class: "verdict-next", "Można przyznać zniżkę." } Button { "Skanuj następną" } Freshness { offline: true, words: "Bez internetu. Lista sprzed 2 dni", onrefresh: |()| {} } } } },
    );
    write(
        "unsure",
        || rsx! { main { Verdict { answer: Answer::Unsure, reason: "Lista unieważnień ma 9 dni.", Button { "Sprawdź następną" } } } },
    );
}
