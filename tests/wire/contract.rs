//! The whole contract as one table: a new operation, path or caller shows up here.

use karta_core::api::who::Caller;
use karta_core::api::{Download, Endpoint, Upload, Visitor, visit};

#[derive(Default)]
struct Table(Vec<String>);

impl Visitor for Table {
    fn endpoint<E: Endpoint>(&mut self) {
        self.row(E::METHOD.name(), E::PATH, E::Who::NAME, E::NAME);
    }

    fn upload<U: Upload>(&mut self) {
        self.row("PUT file", U::PATH, U::Who::NAME, U::NAME);
    }

    fn download<D: Download>(&mut self) {
        self.row("GET file", D::PATH, D::Who::NAME, D::NAME);
    }
}

impl Table {
    fn row(&mut self, method: &str, path: &str, who: &str, name: &str) {
        self.0.push(format!("{method:8} {path:72} {who:10} {name}"));
    }
}

#[test]
fn the_contract() {
    let mut table = Table::default();
    visit(&mut table);
    table.0.sort();
    insta::assert_snapshot!(table.0.join("\n"));
}

#[test]
fn no_two_operations_share_a_name_or_an_address() {
    let mut table = Table::default();
    visit(&mut table);
    let names: std::collections::BTreeSet<_> =
        table.0.iter().map(|row| row.rsplit(' ').next().unwrap()).collect();
    assert_eq!(names.len(), table.0.len());
    let addresses: std::collections::BTreeSet<_> = table
        .0
        .iter()
        .map(|row| row.split_whitespace().filter(|w| *w != "file").take(2).collect::<Vec<_>>())
        .collect();
    assert_eq!(addresses.len(), table.0.len());
}
