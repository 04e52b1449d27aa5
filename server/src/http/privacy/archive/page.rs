//! The archive for people: one page that needs nothing else, in the language of the account.
//! **Invariant**: everything that comes from the records is escaped.

use std::fmt::Write;

use karta_core::api::card::LookKind;
use karta_core::api::privacy::AccessWhat;
use karta_core::application::form::Draft;
use karta_core::card::Standing;
use karta_core::language::Language;
use karta_core::time::{Timestamp, clock_of, day_of};

use super::contents::{Case, Contents, Packed, Person, Place};
use crate::app::Parts;
use crate::mail::day::day;

const STYLE: &str = "
:root{color-scheme:light dark}
body{font:17px/1.55 system-ui,sans-serif;max-width:46rem;margin:0 auto;padding:2rem 1.25rem 4rem}
h1{font-size:1.9rem;line-height:1.2;margin:0 0 .5rem}
h2{font-size:1.4rem;margin:3rem 0 .5rem;padding-top:1.5rem;border-top:2px solid #6b8f2a}
h3{font-size:1.05rem;margin:1.75rem 0 .25rem}
ul{list-style:none;margin:0;padding:0}
li{padding:.55rem 0;border-bottom:1px solid #8884}
.quiet{opacity:.75}
";

struct Page<'a> {
    app: &'a Parts,
    language: Language,
    html: String,
}

pub(super) fn page(app: &Parts, of: &Contents) -> String {
    let mut page = Page { app, language: of.language, html: String::new() };
    let card = app.town.card_name.get(of.language);
    let title = escape(&page.text("archive-title", &[("card", card)]));
    let _ = write!(
        page.html,
        "<!doctype html><html lang=\"{}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\
         <title>{title}</title><style>{STYLE}</style></head><body><main><h1>{title}</h1>",
        of.language.tag()
    );
    let made = page.text("archive-made", &[("at", &page.instant(of.made))]);
    let _ = write!(page.html, "<p class=\"quiet\">{}</p>", escape(&made));
    page.account(of);
    for person in &of.people {
        page.person(person);
    }
    page.html.push_str("</main></body></html>");
    page.html
}

impl Page<'_> {
    fn text(&self, name: &str, facts: &[(&str, &str)]) -> String {
        self.app.texts.text(self.language, name, facts)
    }

    fn word(&self, name: &str) -> String {
        self.text(&format!("archive-is-{}", name.replace('_', "-")), &[])
    }

    fn instant(&self, at: Timestamp) -> String {
        let (hour, minute) = clock_of(at);
        format!("{}, {hour:02}:{minute:02}", day(day_of(at), self.language))
    }

    fn list(&mut self, heading: &str, lines: Vec<Vec<String>>) {
        let nothing = || vec![vec![self.text("archive-nothing", &[])]];
        let lines = if lines.is_empty() { nothing() } else { lines };
        let heading = self.text(&format!("archive-{heading}"), &[]);
        let _ = write!(self.html, "<h3>{}</h3><ul>", escape(&heading));
        for line in lines {
            let line: Vec<String> = line.iter().filter(|part| !part.is_empty()).cloned().collect();
            let _ = write!(self.html, "<li>{}</li>", escape(&line.join(" · ")));
        }
        self.html.push_str("</ul>");
    }

    fn account(&mut self, of: &Contents) {
        let phone = of.phone.as_ref().map(|phone| String::from(phone.clone()));
        let account = vec![
            of.name.display(),
            of.email.as_str().to_owned(),
            phone.unwrap_or_default(),
            self.instant(of.registered),
        ];
        self.list("account", vec![account]);
        let family = of.family.iter().map(|member| {
            let email = member.email.as_ref().map(|email| email.as_str().to_owned());
            vec![member.name.display(), day(member.born, self.language), email.unwrap_or_default()]
        });
        let family = family.collect();
        self.list("family", family);
        let consents = of.consents.iter().map(|consent| {
            let word = if consent.event.given { "given" } else { "taken_back" };
            let texts = &self.app.town.consents;
            let text = texts.iter().find(|known| known.key == consent.key);
            let text = text.map(|known| known.text.get(self.language).to_owned());
            vec![self.instant(consent.event.at), self.word(word), text.unwrap_or_default()]
        });
        let consents = consents.collect();
        self.list("consents", consents);
        let sessions = self.places(&of.sessions);
        self.list("sessions", sessions);
    }

    fn person(&mut self, person: &Person) {
        let _ = write!(self.html, "<h2>{}</h2>", escape(&person.name.display()));
        if let Some(born) = person.born {
            let born = escape(&day(born, self.language));
            let _ = write!(self.html, "<p class=\"quiet\">{born}</p>");
        }
        let cards = person.cards.iter().map(|card| {
            let standing = match card.standing {
                Standing::Available | Standing::Active => "active",
                Standing::Blocked => "blocked",
                Standing::Revoked => "revoked",
            };
            let photo = card.photo.iter().map(|photo| photo.path.clone());
            let line = [card.number.to_string(), self.word(standing), self.instant(card.since)];
            line.into_iter().chain(photo).collect()
        });
        let cards = cards.collect();
        self.list("card", cards);
        let rights = person.rights.iter().map(|right| {
            let name = self.app.town.ground(&right.ground);
            let name = name.map(|ground| ground.name.get(self.language).to_owned());
            let (from, to) = (right.period.from, right.period.to);
            let period = format!("{} – {}", day(from, self.language), day(to, self.language));
            vec![name.unwrap_or_default(), period]
        });
        let rights = rights.collect();
        self.list("rights", rights);
        let devices = self.places(&person.devices);
        self.list("devices", devices);
        let cases = person.applications.iter().map(|case| self.case(case)).collect();
        self.list("applications", cases);
        let looks = person.looks.iter().map(|look| {
            let kind = match look.kind {
                LookKind::Photo => "photo",
                LookKind::Typed => "typed",
            };
            vec![self.instant(look.at), self.word(kind)]
        });
        let looks = looks.collect();
        self.list("looks", looks);
        let access = person.access.iter().map(|line| {
            let number = line.application.as_ref().map(ToString::to_string);
            vec![
                self.instant(line.at),
                self.word(access_name(line.what)),
                number.unwrap_or_default(),
            ]
        });
        let access = access.collect();
        self.list("access", access);
    }

    fn case(&self, case: &Case) -> Vec<String> {
        let number = case.number.as_ref().map(ToString::to_string);
        let at = self.instant(case.submitted.unwrap_or(case.created));
        let typed = case.typed.as_ref().map(typed).unwrap_or_default();
        let file = |file: &Packed| match &file.name {
            Some(name) if !name.is_empty() => format!("{} ({name})", file.path),
            Some(_) | None => file.path.clone(),
        };
        let start = [number.unwrap_or_default(), self.word(case.status.name()), at];
        start.into_iter().chain(typed).chain(case.files.iter().map(file)).collect()
    }

    fn places(&self, places: &[Place]) -> Vec<Vec<String>> {
        let line = |place: &Place| {
            let label = place.label.as_ref().map(|label| label.as_str().to_owned());
            vec![
                label.unwrap_or_default(),
                self.instant(place.since),
                self.instant(place.last_used),
            ]
        };
        places.iter().map(line).collect()
    }
}

/// The form as it was typed, in its order.
fn typed(draft: &Draft) -> Vec<String> {
    let born = [&draft.birth_day, &draft.birth_month, &draft.birth_year];
    let born: Vec<&str> = born.into_iter().map(String::as_str).filter(|t| !t.is_empty()).collect();
    vec![
        format!("{} {}", draft.given, draft.surname).trim().to_owned(),
        born.join("."),
        format!("{} {} {}", draft.street, draft.house, draft.flat).trim().to_owned(),
        format!("{} {}", draft.postal_code, draft.town).trim().to_owned(),
        draft.phone.clone(),
    ]
}

const fn access_name(what: AccessWhat) -> &'static str {
    match what {
        AccessWhat::CaseSeen => "case_seen",
        AccessWhat::PhotoSeen => "photo_seen",
        AccessWhat::DocumentSeen => "document_seen",
        AccessWhat::CaseChanged => "case_changed",
        AccessWhat::CardSeen => "card_seen",
        AccessWhat::CardChanged => "card_changed",
    }
}

fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            c => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_somebody_typed_is_no_markup() {
        assert_eq!(escape("<b a='\"'>&"), "&lt;b a=&#39;&quot;&#39;&gt;&amp;");
    }
}
