//! The developer's commands, `cargo xtask …`: what can be asked, and who answers it.
//! **Invariant:** a command that fails says in one sentence what to do, and exits with 1.

#![expect(clippy::print_stdout, reason = "a command-line tool talks on stdout")]

mod advice;
mod bench;
mod bundle;
mod desktop;
mod fuzz;
mod keys;
mod kiosk;
mod machine;
mod phones;
mod project;
mod run;
mod serve;
mod shell;
mod step;
mod styles;
mod test;
mod vectors;
mod web;

use std::process::ExitCode;

use step::Trouble;

const HELP: &str = "\
cargo xtask <command>

  run          build the web bundle and start the town on 127.0.0.1:8080 with demo data in ./data
  test         everything: format, lints, tests, web bundle, phones, browser, desktop
  test fast    the same without the phones, the browser and the desktop
  test STEP…   only these: format, lints, web-lints, tests, vectors, bundle, android, ios, browser, desktop
  web          only the web bundle, into target/web
  desktop      the app in a window, against the server of `cargo xtask run`
  kiosk        the app as a kiosk, paired with that server; `kiosk --windowed` at a desk
  android      the app for Android phones; `android --release` signs it for a store
  ios          the app for iPhones and iPads, on a Mac
  bench        start, memory, sizes, submits, verdicts and codes, against their goals
  fuzz         the readers of tokens and lists with bytes of every kind; `fuzz trust --runs N`
  help         this page

Each installs what it needs, or prints the one command that does.";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let answer = match words.as_slice() {
        ["run"] => run::run(),
        ["test", steps @ ..] => test::run(steps),
        ["web"] => web::build(),
        ["desktop"] => desktop::run(),
        ["kiosk", words @ ..] => kiosk::run(words),
        ["android", words @ ..] => phones::android::run(words),
        ["ios"] => phones::ios::run(),
        ["bench"] => bench::run(),
        ["fuzz", words @ ..] => fuzz::run(words),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        _ => {
            println!("{HELP}\n");
            Err(Trouble::new(format!("There is no command `{}`.", words.join(" "))))
        }
    };
    match answer {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            trouble.print();
            ExitCode::FAILURE
        }
    }
}
