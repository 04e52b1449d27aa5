//! `cargo xtask bench`: what is measured, beside the goal it has to meet.
//! **Invariant:** speed is a ratio to a baseline of the same run, never a bare number.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::serve::{Scratch, Town};
use crate::step::{Doing, Done, Trouble};
use crate::{bundle, machine, project, shell, web};

const STARTS: usize = 5;

struct Row {
    what: &'static str,
    measured: String,
    goal: &'static str,
    met: Option<bool>,
}

fn row(what: &'static str, measured: String, goal: &'static str, met: bool) -> Row {
    Row { what, measured, goal, met: Some(met) }
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
    rows.extend(logins(&server, &scratch.0.join("logins"))?);
    rows.extend(code_natively()?);
    rows.extend(code_in_a_browser(&server, &scratch.0.join("browser"))?);
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
        row(
            "cold start to listening, median of 5",
            format!("{start:.0} ms"),
            "≤ 200 ms",
            start <= 200.0,
        ),
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
        row("the app for the browser, brotli", format!("{wasm:.0} kB"), "≤ 450 kB", wasm <= 450.0),
        row("its JavaScript and CSS, brotli", format!("{rest:.1} kB"), "≤ 30 kB", rest <= 30.0),
    ])
}

fn submits(server: &Path, data: &Path) -> Done<Vec<Row>> {
    std::fs::create_dir_all(data).doing("make a folder for the store")?;
    let mut command = project::command(server);
    let number = asked(command.arg("bench-store").arg("--data").arg(data))?;
    let ratio = number("ratio");
    let measured = format!(
        "{ratio:.1} × ({:.0}/s to {:.0}/s)",
        number("submits_per_s"),
        number("fdatasync_per_s")
    );
    Ok(vec![row("durable submits to one fdatasync each", measured, "≥ 1 ×", ratio >= 1.0)])
}

fn logins(server: &Path, data: &Path) -> Done<Vec<Row>> {
    let mut command = project::command(server);
    let number = asked(command.arg("bench-logins").arg("--data").arg(data))?;
    let (ratio, p99, timing) =
        (number("ratio"), number("others_p99_ms"), number("known_to_unknown"));
    let (logins, bare) = (number("logins_per_s"), number("bare_per_s"));
    Ok(vec![
        row(
            "sign-ins to bare argon2",
            format!("{ratio:.2} × ({logins:.0}/s to {bare:.0}/s)"),
            "≥ 0.85 ×",
            ratio >= 0.85,
        ),
        row("others meanwhile, 99th percentile", format!("{p99:.1} ms"), "≤ 50 ms", p99 <= 50.0),
        row(
            "a wrong password, known to unknown address",
            format!("{timing:.2} ×"),
            "0.9–1.1 ×",
            (0.9..=1.1).contains(&timing),
        ),
    ])
}

fn code_natively() -> Done<Vec<Row>> {
    let mut build = project::cargo("build --release -p karta-bench");
    shell::run("the measurements of the code", &mut build)?;
    let answer = asked(&mut project::command(project::built("release", "karta-bench")))?;
    let ratio = answer("verdict_us") / answer("two_bare_us");
    let (kib, load) = (answer("list_bytes") / 1024.0, answer("list_load_us") / 1000.0);
    Ok(vec![
        row(
            "verdict to two bare signatures",
            format!("{ratio:.2} × ({:.0} µs)", answer("verdict_us")),
            "≤ 1.25 ×",
            ratio <= 1.25,
        ),
        row("status list of 10 M at 0.2 %", format!("{kib:.1} KiB"), "≤ 40 KiB", kib <= 40.0),
        row("loading it, signature and all", format!("{load:.1} ms"), "≤ 5 ms", load <= 5.0),
    ])
}

fn code_in_a_browser(server: &Path, data: &Path) -> Done<Vec<Row>> {
    let program = web::build_bench()?;
    let town = Town::start(server, data)?;
    let mut command = project::command("node");
    command.current_dir(project::web_tests()).arg("bench.mjs").arg(program);
    command.env("KARTA_URL", &town.url).env("KARTA_CHROMIUM", machine::chromium()?);
    let answer = asked(&mut command)?;
    let ratio = answer("verdict_ms") / answer("two_bare_ms");
    let (code, open) = (answer("code_ms"), answer("open_ms"));
    Ok(vec![
        row(
            "the same verdict in Chromium",
            format!("{ratio:.2} × ({:.1} ms)", answer("verdict_ms")),
            "≤ 1.25 ×",
            ratio <= 1.25,
        ),
        row(
            "a code signed and drawn, CPU slowed 4 ×",
            format!("{code:.1} ms"),
            "≤ 16 ms",
            code <= 16.0,
        ),
        row(
            "page open to code, offline, slowed 6 ×",
            format!("{open:.0} ms"),
            "≤ 1500 ms",
            open <= 1500.0,
        ),
    ])
}

/// The numbers of a program that answers with JSON on its last line; logs may come first.
fn asked(command: &mut Command) -> Done<impl Fn(&str) -> f64 + use<>> {
    let name = command.get_program().to_string_lossy().into_owned();
    let Some(answer) = shell::ask(command) else {
        return Err(Trouble::new(format!("Mend `{name}`: it failed.")));
    };
    let answer: serde_json::Value = serde_json::from_str(answer.lines().last().unwrap_or_default())
        .doing(&format!("read the answer of {name}"))?;
    Ok(move |what: &str| answer.get(what).and_then(serde_json::Value::as_f64).unwrap_or(f64::NAN))
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
