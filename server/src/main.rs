//! Reads the command line and runs the command.

use std::io::Write;
use std::process::ExitCode;

use clap::Parser;
use karta_server::clock::Clock;
use karta_server::config::{Command, Config};
use karta_server::{audit, bench, keys, kiosk, openapi, serve, staff, store, telemetry, worker};

fn main() -> ExitCode {
    match Config::parse().command {
        Command::Serve(config) => {
            telemetry::start(config.log_json);
            finish(serve(&config))
        }
        Command::Keys { command } => {
            let done = keys::command::run(&command, Clock::System.now());
            finish(done.map_err(Into::into).and_then(|said| print(&said)))
        }
        Command::Audit { command } => {
            let done = audit::command::run(&command);
            finish(done.map_err(Into::into).and_then(|said| print(&said)))
        }
        Command::Staff { command } => {
            let done = staff::run(&command, Clock::System.now());
            finish(done.map_err(Into::into).and_then(|said| print(&said)))
        }
        Command::Kiosk { command } => {
            let done = kiosk::run(&command, Clock::System.now());
            finish(done.map_err(Into::into).and_then(|said| print(&said)))
        }
        Command::Worker { task } => worker::answer(task),
        Command::Openapi => finish(print(&openapi::document())),
        Command::BenchLogins { data } => {
            finish(bench::run(&data).and_then(|json| print(&format!("{json}\n"))))
        }
        Command::BenchStore { data } => {
            finish(store::bench::run(&data).and_then(|json| print(&format!("{json}\n"))))
        }
    }
}

fn print(text: &str) -> Result<(), Box<dyn std::error::Error>> {
    Ok(std::io::stdout().lock().write_all(text.as_bytes())?)
}

fn finish(outcome: Result<(), Box<dyn std::error::Error>>) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "karta-server: {error}");
            ExitCode::FAILURE
        }
    }
}
