//! `cargo xtask bench`: what is measured, beside the goal it has to meet.
//! **Invariant:** speed is a ratio to a baseline of the same run, never a bare number.

use std::path::Path;
use std::time::Duration;

use crate::serve::{Scratch, Town};
use crate::step::{Doing, Done, Trouble};
use crate::{bundle, project, shell, web};

const STARTS: usize = 5;

struct Row {
    what: &'static str,
    measured: String,
    goal: &'static str,
    met: Option<bool>,
}

pub fn run() -> Done {
    web::build()?;
    let mut build = project::cargo("build --release -p karta-server");
    shell::run("the server, released", &mut build)?;
    let server = project::built("release", "karta-server");
    let scratch = Scratch::new("bench")?;
    let mut rows = start_and_memory(&server, &scratch.0.join("data"))?;
    rows.extend(sizes()?);
    rows.extend(submits(&server, &scratch.0.join("store"))?);
    print(&rows);
    Ok(())
}

fn start_and_memory(server: &Path, data: &Path) -> Done<Vec<Row>> {
    // The first start makes the tables and the demo town; it is not what a restart costs.
    drop(Town::start(server, data)?);
    let mut times = Vec::new();
    let mut memory = None;
    for _ in 0..STARTS {
        let town = Town::start(server, data)?;
        times.push(town.started_in.as_secs_f64() * 1000.0);
        // Idle is when the work of starting is over.
        std::thread::sleep(Duration::from_secs(1));
        memory = resident_mb(town.process());
    }
    let start = median(times);
    Ok(vec![
        Row {
            what: "cold start to listening, median of 5",
            measured: format!("{start:.0} ms"),
            goal: "≤ 200 ms",
            met: Some(start <= 200.0),
        },
        Row {
            what: "idle memory",
            measured: memory.map_or("not known here".into(), |mb| format!("{mb:.1} MB")),
            goal: "≤ 40 MB",
            met: memory.map(|mb| mb <= 40.0),
        },
    ])
}

fn resident_mb(process: u32) -> Option<f64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kb: f64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kb / 1024.0)
}

fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied().unwrap_or_default()
}

fn sizes() -> Done<Vec<Row>> {
    let files = bundle::read_tree(&web::folder())?;
    let kb = |ends: &[&str]| {
        let packed = files.iter().filter(|(path, _)| ends.iter().any(|end| path.ends_with(end)));
        packed.map(|(_, bytes)| bytes.len() as f64 / 1000.0).sum::<f64>()
    };
    let wasm = kb(&[".wasm.br"]);
    let rest = kb(&[".js.br", ".css.br"]);
    Ok(vec![
        Row {
            what: "the app for the browser, brotli",
            measured: format!("{wasm:.0} kB"),
            goal: "≤ 450 kB",
            met: Some(wasm <= 450.0),
        },
        Row {
            what: "its JavaScript and CSS, brotli",
            measured: format!("{rest:.1} kB"),
            goal: "≤ 30 kB",
            met: Some(rest <= 30.0),
        },
    ])
}

fn submits(server: &Path, data: &Path) -> Done<Vec<Row>> {
    std::fs::create_dir_all(data).doing("make a folder for the store")?;
    let mut command = project::command(server);
    let Some(answer) = shell::ask(command.arg("bench-store").arg("--data").arg(data)) else {
        return Err(Trouble::new("Mend `karta-server bench-store`: it failed."));
    };
    // Logs may come first; the answer is the last line.
    let answer = answer.lines().last().unwrap_or_default();
    let answer: serde_json::Value =
        serde_json::from_str(answer).doing("read the answer of bench-store")?;
    let number = |name: &str| answer.get(name).and_then(serde_json::Value::as_f64).unwrap_or(0.0);
    let ratio = number("ratio");
    let measured = format!(
        "{ratio:.1} × ({:.0}/s to {:.0}/s)",
        number("submits_per_s"),
        number("fdatasync_per_s")
    );
    Ok(vec![Row {
        what: "durable submits to one fdatasync each",
        measured,
        goal: "≥ 1 ×",
        met: Some(ratio >= 1.0),
    }])
}

fn print(rows: &[Row]) {
    println!("\n  {:38} {:>28}  goal", "", "measured");
    for row in rows {
        let mark = match row.met {
            Some(true) => "✓",
            Some(false) => "✗",
            None => " ",
        };
        println!("{mark} {:38} {:>28}  {}", row.what, row.measured, row.goal);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle_one() {
        assert_eq!(median(vec![9.0, 1.0, 5.0, 7.0, 3.0]), 5.0);
    }
}
