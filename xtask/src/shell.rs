//! Runs one program quietly: a line at the start, a sign of life every few seconds, the last lines
//! when it fails. The whole output is kept in `target/xtask/`.
//! **Invariant:** stdin is closed, so no child ever waits for an answer.

use std::collections::VecDeque;
use std::fs::File;
use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use crate::project;
use crate::step::{Doing, Done, Trouble};

const SIGN_OF_LIFE: Duration = Duration::from_secs(15);
const TAIL: usize = 100;

/// Runs the command to its end; `label` is what the person reads.
pub fn run(label: &str, command: &mut Command) -> Done {
    println!("   {label} …");
    let start = Instant::now();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| not_started(command, &error))?;
    let (send, lines) = mpsc::channel();
    forward(child.stdout.take(), send.clone());
    forward(child.stderr.take(), send);

    let mut log = log_file(label)?;
    let mut tail: VecDeque<String> = VecDeque::new();
    let mut shown = Instant::now();
    loop {
        match lines.recv_timeout(SIGN_OF_LIFE) {
            Ok(line) => {
                writeln!(log, "{line}").doing("write the log")?;
                tail.push_back(line);
                if tail.len() > TAIL {
                    tail.pop_front();
                }
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break,
        }
        if shown.elapsed() >= SIGN_OF_LIFE {
            shown = Instant::now();
            let last = tail.back().map(|line| line.trim()).unwrap_or_default();
            let last: String = last.chars().take(90).collect();
            println!("   {:6.0} s  {last}", start.elapsed().as_secs_f64());
        }
    }
    let status = child.wait().doing("wait for a program")?;
    if status.success() {
        println!("   {label}: {:.1} s", start.elapsed().as_secs_f64());
        return Ok(());
    }
    let tail: Vec<String> = tail.into();
    let what = match advice(&tail) {
        Some(advice) => advice.to_owned(),
        None => {
            format!("Mend what is printed above ({label}); all of it is in {}.", log_name(label))
        }
    };
    Err(Trouble::new(what).with_tail(tail))
}

/// The trimmed output of a short command; `None` when it is missing or fails.
pub fn ask(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Sends each line of a child's pipe, from a thread of its own.
pub fn forward(pipe: Option<impl Read + Send + 'static>, send: Sender<String>) {
    let Some(pipe) = pipe else { return };
    thread::spawn(move || {
        let mut reader = BufReader::new(pipe);
        let mut line = Vec::new();
        // Not `lines()`: a compiler may print a byte that is not UTF-8, and the child must not block.
        while let Ok(1..) = reader.read_until(b'\n', &mut line) {
            let text = String::from_utf8_lossy(&line).trim_end().to_owned();
            line.clear();
            if send.send(text).is_err() {
                return;
            }
        }
    });
}

/// The sentence for a program that could not be started.
pub fn not_started(command: &Command, error: &std::io::Error) -> Trouble {
    let program = command.get_program().to_string_lossy().into_owned();
    match error.kind() {
        ErrorKind::NotFound => Trouble::new(crate::advice::for_missing(&program)),
        _ => Trouble::new(format!("Could not start `{program}`: {error}.")),
    }
}

fn advice(tail: &[String]) -> Option<&'static str> {
    crate::advice::for_output(&tail.join("\n"))
}

fn log_name(label: &str) -> String {
    let name: String = label
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' })
        .collect();
    format!("target/xtask/{name}.log")
}

/// Where all that a command printed is kept.
pub fn log_file_of(label: &str) -> PathBuf {
    project::root().join(log_name(label))
}

fn log_file(label: &str) -> Done<File> {
    let path = log_file_of(label);
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).doing("make target/xtask")?;
    }
    File::create(path).doing("write a log under target/xtask")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_program_is_one_sentence() {
        let trouble = run("missing", &mut Command::new("karta-no-such-program")).unwrap_err();
        assert!(format!("{trouble:?}").contains("Install `karta-no-such-program`"));
    }

    #[test]
    fn a_failure_keeps_the_last_lines() {
        let mut command = Command::new("cargo");
        command.arg("no-such-subcommand-of-cargo");
        let trouble = run("failing", &mut command).unwrap_err();
        assert!(format!("{trouble:?}").contains("no-such-subcommand-of-cargo"));
    }
}
