//! A text box that people type into while the page draws itself again.
//! **Invariant**: what stands in the box is never overwritten by an older state of it. In a native
//! window a redraw arrives some milliseconds after the key that caused it; a box bound straight to
//! the state would lose the letters typed in between.

use dioxus::prelude::*;

/// What the box of this component should be drawn with: `initial_value`, because `value` is written
/// into the box again at every redraw.
#[derive(Clone, Debug, PartialEq)]
pub struct Typed {
    /// The text it began with; stays the same while people type.
    pub first: String,
    /// Another number makes another box: somebody else than the typist changed the text.
    pub round: usize,
}

/// `value` is the state; call the callback with each text that was typed.
pub fn use_typed(value: &str) -> (Typed, Callback<String>) {
    let mut box_text = use_hook(|| CopyValue::new(value.to_owned()));
    let mut drawn = use_hook(|| CopyValue::new(Typed { first: value.to_owned(), round: 0 }));
    if *box_text.peek() != value {
        box_text.set(value.to_owned());
        let round = drawn.peek().round + 1;
        drawn.set(Typed { first: value.to_owned(), round });
    }
    let typed = use_callback(move |text: String| box_text.set(text));
    let now = drawn.peek().clone();
    (now, typed)
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::*;

    type Handles = (Signal<String>, Callback<String>);

    thread_local! {
        static HANDLES: RefCell<Option<Handles>> = const { RefCell::new(None) };
    }

    #[component]
    fn Probe() -> Element {
        let value = use_signal(String::new);
        let (drawn, typed) = use_typed(&value());
        HANDLES.set(Some((value, typed)));
        rsx! { "{drawn.round}:{drawn.first}" }
    }

    fn drawn(page: &mut VirtualDom) -> String {
        page.render_immediate(&mut dioxus::core::NoOpMutations);
        dioxus_ssr::render(page)
    }

    #[test]
    fn what_people_type_is_not_drawn_over_them_and_what_others_set_is() {
        let mut page = VirtualDom::new(Probe);
        page.rebuild_in_place();
        let (mut value, typed) = HANDLES.take().unwrap();
        page.in_scope(ScopeId::ROOT, || {
            typed.call("ab".into());
            value.set("ab".into());
        });
        assert_eq!(drawn(&mut page), "0:");
        page.in_scope(ScopeId::ROOT, || value.set(String::new()));
        assert_eq!(drawn(&mut page), "1:");
    }
}
