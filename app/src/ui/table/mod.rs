//! Rows that are compared, with a caption; on a narrow screen each row becomes a block.
//! **Invariant**: the table scrolls inside itself, the page never sideways.

use dioxus::prelude::*;

/// The children are `TableRow` with one `Cell` per column.
#[component]
pub fn Table(
    caption: String,
    columns: Vec<String>,
    /// The caption is only for screen readers.
    #[props(default)]
    quiet_caption: bool,
    children: Element,
) -> Element {
    rsx! {
        div { class: "table-frame",
            table { class: "table",
                caption { class: if quiet_caption { "hidden-text" }, {caption} }
                thead {
                    tr {
                        for column in columns {
                            th { key: "{column}", scope: "col", {column} }
                        }
                    }
                }
                tbody { {children} }
            }
        }
    }
}

#[component]
pub fn TableRow(children: Element) -> Element {
    rsx! {
        tr { {children} }
    }
}

/// `label` repeats the column's name where there are no columns any more.
#[component]
pub fn Cell(label: String, #[props(default)] numeric: bool, children: Element) -> Element {
    rsx! {
        td { "data-label": label, "data-numeric": numeric.then_some("true"), {children} }
    }
}
