//! The child that opens uploads, for servers that run inside a test: `karta-worker worker photo`.

use std::process::ExitCode;

use karta_server::worker::{Task, answer};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["worker", "photo"] => answer(Task::Photo),
        ["worker", "document"] => answer(Task::Document),
        ["worker", "face"] => answer(Task::Face),
        _ => ExitCode::FAILURE,
    }
}
