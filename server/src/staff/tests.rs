use super::*;
use clap::Parser;

use crate::config::{Command as Top, Config};

fn staff(data: &std::path::Path, words: &[&str]) -> Result<String, StaffError> {
    let data = data.to_str().unwrap();
    let mut all = vec!["karta-server", "staff"];
    all.extend(words);
    all.extend(["--data", data]);
    let Top::Staff { command } = Config::parse_from(all).command else { panic!("staff") };
    run(&command, "2026-11-23T12:00:00Z".parse().unwrap())
}

const ADD: [&str; 7] =
    ["add", "--role", "pickup-operator", "--email", "ewa@urzad.example", "--name", "Ewa Maria Lis"];

#[test]
fn an_account_is_made_linked_shown_and_closed() {
    let data = tempfile::tempdir().unwrap();
    assert_eq!(staff(data.path(), &["list"]).unwrap(), "There is no staff yet.\n");
    let said = staff(data.path(), &ADD).unwrap();
    assert!(said.contains("  http://127.0.0.1:8080/haslo/nowe?t="), "{said}");
    assert!(matches!(staff(data.path(), &ADD), Err(StaffError::Known)));

    let list = staff(data.path(), &["list"]).unwrap();
    let words: Vec<&str> = list.split_whitespace().collect();
    let row = "ewa@urzad.example pickup_operator no second step yet Ewa Maria Lis";
    assert_eq!(words.join(" "), row);

    let at = ["--public-url", "https://pkm.example/", "--email", "ewa@urzad.example"];
    let link = [&["link", "--forget-second-step"][..], &at].concat();
    let said = staff(data.path(), &link).unwrap();
    assert!(said.contains("  https://pkm.example/haslo/nowe?t="), "{said}");
    let close = [&["close"][..], &at].concat();
    staff(data.path(), &close).unwrap();
    assert!(matches!(staff(data.path(), &link), Err(StaffError::Closed)));
    assert!(staff(data.path(), &["list"]).unwrap().contains("closed on 2026-11-23"));
    let nobody = ["close", "--email", "jan@urzad.example"];
    assert!(matches!(staff(data.path(), &nobody), Err(StaffError::Unknown)));
}
