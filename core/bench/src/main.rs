//! Prints the native measurements as JSON: microseconds each, the median of many.

#![expect(clippy::print_stdout, reason = "its answer is one line on stdout")]

use std::time::Instant;

use karta_bench::{Till, packed_list};

/// Ten million cards' places, two in a thousand revoked.
const PLACES: u32 = 10_000_000;
const REVOKED: u32 = 20_000;

fn main() {
    let till = Till::open();
    // By turns, so that a busy moment of the machine meets both.
    let (mut verdict, mut bare) = (Vec::new(), Vec::new());
    for _ in 0..400 {
        verdict.push(micros(|| assert!(till.verdict())));
        bare.push(micros(|| assert!(till.two_bare())));
    }
    let list = packed_list(PLACES, REVOKED);
    let load = (0..21).map(|_| micros(|| assert!(till.load(&list) >= PLACES as usize))).collect();
    let answer = serde_json::json!({
        "verdict_us": median(verdict),
        "two_bare_us": median(bare),
        "list_bytes": list.len(),
        "list_load_us": median(load),
    });
    println!("{answer}");
}

fn micros(work: impl FnOnce()) -> f64 {
    let start = Instant::now();
    work();
    start.elapsed().as_secs_f64() * 1e6
}

fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied().unwrap_or_default()
}
