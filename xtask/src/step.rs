//! A step of a long command: its name, how long it took, what went wrong.
//! **Invariant:** every started step ends as exactly one row of the summary.

use std::time::Instant;

/// What a person has to do, in one sentence, and the output that led there.
#[derive(Debug)]
pub struct Trouble {
    what: String,
    tail: Vec<String>,
}

pub type Done<T = ()> = Result<T, Trouble>;

impl Trouble {
    pub fn new(what: impl Into<String>) -> Self {
        Self { what: what.into(), tail: Vec::new() }
    }

    pub fn with_tail(mut self, tail: Vec<String>) -> Self {
        self.tail = tail;
        self
    }

    pub fn print(&self) {
        for line in &self.tail {
            println!("    {line}");
        }
        println!("\n✗ {}", self.what);
    }
}

/// Turns an error into a sentence that begins with what we were doing.
pub trait Doing<T> {
    fn doing(self, what: &str) -> Done<T>;
}

impl<T, E: std::fmt::Display> Doing<T> for Result<T, E> {
    fn doing(self, what: &str) -> Done<T> {
        self.map_err(|error| {
            let error = error.to_string();
            let sentence = match crate::advice::for_output(&error) {
                Some(advice) => advice.to_owned(),
                None => format!("Could not {what}: {error}."),
            };
            Trouble::new(sentence)
        })
    }
}

struct Row {
    name: String,
    seconds: f64,
    failed: Option<String>,
}

/// The steps of one command, in the order they ran.
#[derive(Default)]
pub struct Steps {
    rows: Vec<Row>,
}

impl Steps {
    /// Runs one step; a failure is printed now and counted later.
    pub fn step(&mut self, name: &str, work: impl FnOnce() -> Done) -> bool {
        println!("── {name}");
        let start = Instant::now();
        let failed = match work() {
            Ok(()) => None,
            Err(trouble) => {
                trouble.print();
                Some(trouble.what)
            }
        };
        let passed = failed.is_none();
        self.rows.push(Row {
            name: name.to_owned(),
            seconds: start.elapsed().as_secs_f64(),
            failed,
        });
        passed
    }

    /// Prints the table and, alone on the last line, the count.
    pub fn summary(&self) -> bool {
        let width = self.rows.iter().map(|row| row.name.chars().count()).max().unwrap_or(0);
        let total: f64 = self.rows.iter().map(|row| row.seconds).sum();
        println!("\n   {:width$}  seconds", "step");
        for row in &self.rows {
            let mark = if row.failed.is_some() { '✗' } else { '✓' };
            let why = row.failed.as_deref().unwrap_or_default();
            println!(" {mark} {:width$}  {:7.1}  {why}", row.name, row.seconds);
        }
        println!("   {:width$}  {total:7.1}\n", "all");
        println!("{}", self.count());
        self.rows.iter().all(|row| row.failed.is_none())
    }

    fn count(&self) -> String {
        let failed = self.rows.iter().filter(|row| row.failed.is_some()).count();
        format!("{} passed, {failed} failed", self.rows.len() - failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_is_counted_once() {
        let mut steps = Steps::default();
        assert!(steps.step("good", || Ok(())));
        assert!(!steps.step("bad", || Err(Trouble::new("Do this."))));
        assert!(steps.step("good again", || Ok(())));
        assert_eq!(steps.count(), "2 passed, 1 failed");
        assert!(!steps.summary());
    }
}
