//! The mails of a demo, to be read in the browser.
//! **Invariant**: mounted only in demo mode; every text is escaped before it is shown.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, header};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use karta_core::api::problem::Code;
use karta_core::id::MailId;
use karta_core::language::Language;
use karta_core::time::{clock_of, day_of};
use serde::Serialize;

use crate::app::App;
use crate::demo::codes::{self, Shown};
use crate::failure::Failure;
use crate::store::mails::Queued;

pub fn routes(router: Router<App>) -> Router<App> {
    router
        .route("/mailbox", get(list))
        .route("/mailbox.json", get(json))
        .route("/mailbox/{mail}", get(show))
}

/// A mail as tests read it.
#[derive(Serialize)]
struct Mail {
    id: MailId,
    to: String,
    language: Language,
    subject: String,
    text: String,
}

async fn json(State(app): State<App>) -> Result<Response, Failure> {
    let mails = app.store.read(|tx| tx.latest_mails()).await.map_err(Failure::Store)?;
    let mails = mails.into_iter().map(|mail| Mail {
        id: mail.id,
        to: mail.letter.to.as_str().to_owned(),
        language: mail.letter.language,
        subject: mail.letter.subject,
        text: mail.letter.text,
    });
    let mails: Vec<Mail> = mails.collect();
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(mails)).into_response())
}

async fn list(State(app): State<App>, headers: HeaderMap) -> Result<Response, Failure> {
    let mails = app.store.read(|tx| tx.latest_mails()).await.map_err(Failure::Store)?;
    let reader = reader(&headers);
    let text = |name| escaped(&app.texts.text(reader, name, &[]));
    let rows: String = mails.iter().map(row).collect();
    let rows = if rows.is_empty() {
        format!("<p>{}</p>", text("mailbox-empty"))
    } else {
        format!("<ol class=\"mails\">{rows}</ol>")
    };
    let codes = codes::shown(&app, app.clock.now()).await.map_err(Failure::Store)?;
    let codes: String = codes.iter().map(|of| code(of, &text("mailbox-code-wait"))).collect();
    let codes = format!(
        "<section><h2>{}</h2><dl class=\"codes\">{codes}</dl><p class=\"quiet\">{}</p></section>",
        text("mailbox-codes"),
        text("mailbox-codes-note"),
    );
    let title = text("mailbox-title");
    let note = text("mailbox-note");
    let body = format!("<h1>{title}</h1><p class=\"quiet\">{note}</p>{codes}{rows}");
    Ok(page(reader, &title, &body))
}

/// What somebody of the office types at sign-in.
fn code(of: &Shown, wait: &str) -> String {
    let now = of.code.as_deref().map_or_else(|| wait.to_owned(), in_halves);
    let (email, secret) = (escaped(of.email), escaped(of.secret.reveal()));
    format!("<div><dt>{email}<small>{secret}</small></dt><dd>{now}</dd></div>")
}

/// As authenticator apps show it.
fn in_halves(code: &str) -> String {
    let halves = code.split_at_checked(3);
    halves.map_or_else(String::new, |(first, second)| format!("{first}\u{a0}{second}"))
}

/// The language of the pages around the letters.
fn reader(headers: &HeaderMap) -> Language {
    let list = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    Language::preferred(list.unwrap_or_default())
}

fn row(mail: &Queued) -> String {
    format!(
        "<li><a href=\"/mailbox/{}\" lang=\"{}\">{}</a><span>{}</span><span>{}</span></li>",
        mail.id,
        mail.letter.language.tag(),
        escaped(&mail.letter.subject),
        escaped(mail.letter.to.as_str()),
        when(mail),
    )
}

async fn show(
    State(app): State<App>,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let id = MailId::parse(&id).map_err(|_| Code::NotFound)?;
    let mail = app.store.read(move |tx| tx.mail(id)).await.map_err(Failure::Store)?;
    let mail = mail.ok_or(Code::NotFound)?;
    let letter = &mail.letter;
    let reader = reader(&headers);
    let subject = escaped(&letter.subject);
    let body = format!(
        "<p><a href=\"/mailbox\">← {}</a></p><article lang=\"{}\"><h1>{subject}</h1>\
         <p class=\"quiet\">{} · {}</p><div class=\"letter\">{}</div></article>",
        escaped(&app.texts.text(reader, "mailbox-all", &[])),
        letter.language.tag(),
        escaped(letter.to.as_str()),
        when(&mail),
        linked(&letter.text),
    );
    Ok(page(reader, &subject, &body))
}

fn when(mail: &Queued) -> String {
    let (hour, minute) = clock_of(mail.created);
    format!("{} {hour:02}:{minute:02}", day_of(mail.created))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}

/// The text with its blank lines as paragraphs and its web addresses as links.
fn linked(text: &str) -> String {
    let word = |word: &str| {
        let word = escaped(word);
        if word.starts_with("https://") || word.starts_with("http://") {
            format!("<a href=\"{word}\">{word}</a>")
        } else {
            word
        }
    };
    let line = |line: &str| line.split(' ').map(word).collect::<Vec<_>>().join(" ");
    let paragraph = |part: &str| {
        let lines: Vec<String> = part.lines().map(line).collect();
        format!("<p>{}</p>", lines.join("<br>"))
    };
    text.split("\n\n").filter(|part| !part.trim().is_empty()).map(paragraph).collect()
}

const STYLE: &str = "
:root { color-scheme: light dark; --ink: #17211d; --quiet: #55635c; --ground: #f4f2ec;
  --sheet: #fff; --line: #d8d5cb; --link: #00603f; }
@media (prefers-color-scheme: dark) { :root { --ink: #ecefe9; --quiet: #a9b5ae;
  --ground: #121816; --sheet: #1b2320; --line: #36423c; --link: #7fd6ad; } }
body { margin: 0; background: var(--ground); color: var(--ink);
  font: 1.0625rem/1.55 system-ui, sans-serif; overflow-wrap: break-word; }
main { max-width: 42rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 1.6rem; line-height: 1.2; letter-spacing: -.01em; text-wrap: balance; }
a { color: var(--link); text-underline-offset: .2em; overflow-wrap: anywhere; }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; border-radius: 2px; }
.quiet { color: var(--quiet); }
.mails { list-style: none; margin: 1.5rem 0 0; padding: 0; border-top: 1px solid var(--line); }
.mails li { display: grid; grid-template-columns: 1fr auto; gap: .1rem 1rem; padding: .9rem 0;
  border-bottom: 1px solid var(--line); }
.mails a { grid-column: 1 / -1; font-weight: 600; padding: .15rem 0; }
.mails span { color: var(--quiet); font-size: .9375rem; overflow-wrap: anywhere; }
h2 { font-size: 1.2rem; margin: 0; }
section { background: var(--sheet); border: 1px solid var(--line); border-radius: 6px;
  padding: 1.25rem 1.5rem .25rem; margin-top: 1.5rem; }
section .quiet { font-size: .9375rem; }
.codes { margin: .5rem 0 0; }
.codes div { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center;
  gap: .25rem 1rem; padding: .75rem 0; border-bottom: 1px solid var(--line); }
.codes dt { overflow-wrap: anywhere; }
.codes small { display: block; color: var(--quiet); font: .875rem/1.4 ui-monospace, monospace; }
.codes dd { margin: 0; font-size: 1.5rem; font-variant-numeric: tabular-nums; font-weight: 600; }
.letter { background: var(--sheet); border: 1px solid var(--line); border-radius: 6px;
  padding: .5rem 1.5rem; margin-top: 1.5rem; }
";

/// `title` and `body` are HTML already.
fn page(language: Language, title: &str, body: &str) -> Response {
    let html = format!(
        "<!doctype html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <title>{title}</title><style>{STYLE}</style></head><body><main>{body}</main></body></html>\n",
        language.tag(),
    );
    ([(header::CACHE_CONTROL, "no-store")], Html(html)).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_escaped_and_addresses_become_links() {
        let html = linked("Hello <b>\n\nhttps://x.example/?a=1&t=2\n\nBye\nbye");
        assert_eq!(
            html,
            "<p>Hello &lt;b&gt;</p><p><a href=\"https://x.example/?a=1&amp;t=2\">\
             https://x.example/?a=1&amp;t=2</a></p><p>Bye<br>bye</p>"
        );
    }
}
