//! The table of the README that says what an attack gets.

use std::path::Path;

const TITLE: &str = "## Security: what an attack gets";

/// The cells of the table's rows.
fn table() -> Vec<Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../README.md");
    let readme = std::fs::read_to_string(path).unwrap();
    let section = readme.split_once(TITLE).expect("the section").1;
    let section = section.split("\n## ").next().unwrap();
    let rows = section.lines().filter(|line| line.starts_with("| ")).skip(1);
    let cells =
        |row: &str| row.trim_matches('|').split('|').map(|it| it.trim().to_owned()).collect();
    rows.map(cells).collect()
}

pub fn rows() -> usize {
    table().len()
}

/// The row says in these words what is left.
#[track_caller]
pub fn remains(row: usize, words: &str) {
    let table = table();
    let cells = &table[row - 1];
    assert_eq!(cells.len(), 4, "{cells:?}");
    assert_eq!(cells[0], row.to_string());
    assert!(cells[3].contains(words), "row {row} does not say “{words}”: {}", cells[3]);
}
