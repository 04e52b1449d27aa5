//! Whose things are shown, and a button with the first name for everybody else.
//! **Invariant**: each name is one target of 48 px; the shown one is marked, not only coloured.

use dioxus::prelude::*;

use super::anchor::Anchor;
use crate::icon::Icon;
use crate::text::use_text;

/// One name in the menu.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    pub id: String,
    /// The first name; also the surname when two have the same.
    pub name: String,
    pub current: bool,
}

/// The children are what else belongs to people: links of class `person-link`.
#[component]
pub fn PersonSwitch(
    people: Vec<Person>,
    onchoose: EventHandler<String>,
    children: Element,
) -> Element {
    let t = use_text();
    let mut open = use_signal(|| false);
    let shown = people.iter().find(|person| person.current).map(|person| person.name.clone());
    rsx! {
        div {
            class: "person-switch",
            onkeydown: move |event| {
                if event.key() == Key::Escape {
                    open.set(false);
                }
            },
            button {
                class: "app-tool",
                r#type: "button",
                aria_expanded: if open() { "true" } else { "false" },
                aria_controls: "people",
                onclick: move |_| open.toggle(),
                {Icon::Family.draw()}
                span { class: "hidden-text", {t.get("switch-menu")} ": " }
                span { class: "person-now", {shown} }
                {Icon::Down.draw()}
            }
            nav { class: "person-drop", id: "people", hidden: !open(), aria_label: t.get("switch-menu"),
                p { class: "muted small", {t.get("switch-why")} }
                ul { class: "person-names",
                    for person in people {
                        li { key: "{person.id}",
                            button {
                                class: "person-name",
                                r#type: "button",
                                aria_current: person.current.then_some("true"),
                                onclick: move |_| {
                                    open.set(false);
                                    onchoose.call(person.id.clone());
                                },
                                if person.current {
                                    {Icon::Check.draw()}
                                } else {
                                    {Icon::Person.draw()}
                                }
                                span { {person.name.clone()} }
                            }
                        }
                    }
                }
                div { class: "person-links", onclick: move |_| open.set(false), {children} }
            }
        }
    }
}

/// A way on inside the menu.
#[component]
pub fn PersonLink(to: String, icon: Icon, children: Element) -> Element {
    rsx! {
        Anchor { class: "person-name", to, {icon.draw()} span { {children} } }
    }
}
