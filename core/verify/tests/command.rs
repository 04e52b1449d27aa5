//! The command as a partner runs it, with the files of `core/vectors/`.
//! **Invariant**: exit code 0 is said of nothing but a valid code.

#![expect(clippy::unwrap_used, reason = "a test's files are right")]

use std::io::Write;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const NOW: &str = "2027-01-15T08:00:00Z";

fn vectors(name: &str) -> String {
    format!("{}/../vectors/{name}", env!("CARGO_MANIFEST_DIR"))
}

fn text(name: &str) -> String {
    std::fs::read_to_string(vectors(name)).unwrap().trim_end().to_owned()
}

/// With the usual lists, at the vectors' own time.
fn verify(words: &[&str]) -> Output {
    at(NOW).args(words).output().unwrap()
}

fn at(now: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_karta-verify"));
    command.args(["--trust", &vectors("trust.txt"), "--root", &text("root.txt")]);
    command.args(["--status", &vectors("status.txt"), "--at", now]);
    command
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn a_valid_code_is_told_in_words() {
    let output = verify(&["--text", &text("rkc1-initials.txt")]);
    assert_eq!(output.status.code(), Some(0));
    let said = said(&output);
    for part in ["valid\n", "adult", "A.K.", "2027-01-16T08:00:00Z", "1 h 0 min old"] {
        assert!(said.contains(part), "{part}: {said}");
    }
}

#[test]
fn json_says_the_same() {
    let output = verify(&["--json", "--text", &text("rkc1-initials.txt")]);
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(told["answer"], "valid");
    assert_eq!(told["verdict"], "valid");
    assert_eq!(told["holder"]["initials"], "A.K.");
    assert_eq!(told["list_age"], 3600);
}

#[test]
fn the_exit_code_is_the_answer() {
    let code = text("rkc1-initials.txt");
    let later = at("2027-01-15T08:10:01Z").args(["--text", &code]).output().unwrap();
    assert_eq!(later.status.code(), Some(1), "{}", said(&later));
    let soon = at("2027-01-15T08:01:00Z").args(["--text", &code]).output().unwrap();
    assert_eq!(soon.status.code(), Some(2), "{}", said(&soon));
    assert_eq!(verify(&["--text", "https://example.com"]).status.code(), Some(2));
}

#[test]
fn mistakes_in_the_command_are_no_verdict() {
    assert_eq!(verify(&[]).status.code(), Some(3));
    assert_eq!(verify(&["--text", "RKC1:", "--challenge", "RKCQ:BB8"]).status.code(), Some(3));
    assert_eq!(verify(&["no-such-picture.png"]).status.code(), Some(3));
    let mut stranger = Command::new(env!("CARGO_BIN_EXE_karta-verify"));
    stranger.args(["--trust", &vectors("trust.txt"), "--root", "AAAA", "--text", "x"]);
    assert_eq!(stranger.output().unwrap().status.code(), Some(3));
}

#[test]
fn a_line_from_standard_input_is_read() {
    let mut child = at(NOW).arg("-").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let line = text("rkc1-initials.txt") + "\r\n";
    child.stdin.take().unwrap().write_all(line.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
}

#[test]
fn an_answer_is_judged_by_its_question() {
    let golden: Value = serde_json::from_str(&text("golden.json")).unwrap();
    let named = |case: &&Value| case["name"] == "answer to a question";
    let case = golden.as_array().unwrap().iter().find(named).unwrap();
    let (code, question) = (case["text"].as_str().unwrap(), &case["asked"]["challenge"]);
    let question = question.as_str().unwrap();
    let asked = ["--challenge", question, "--asked-at", NOW, "--text", code];
    assert_eq!(verify(&asked).status.code(), Some(0));
    assert_eq!(verify(&["--text", code]).status.code(), Some(2));
}
