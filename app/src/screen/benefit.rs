//! What the card is good for: the catalogue and the page of each benefit.
//! **Invariant**: public, and readable without a network once seen.

mod catalogue;
mod gain;
mod one;

pub use catalogue::Benefits;
pub use one::Benefit;

use karta_core::town::Key;

use crate::icon::Icon;
use crate::text::Text;

/// The category in words; one that has no words yet shows its key.
pub(super) fn category(t: Text, key: &Key) -> String {
    let id = format!("category-{}", key.as_str());
    let words = t.get(&id);
    if words == id { key.as_str().replace('-', " ") } else { words }
}

pub(super) fn category_icon(key: &Key) -> Icon {
    match key.as_str() {
        "culture" | "education" => Icon::Book,
        "food" => Icon::Cup,
        "family" => Icon::Family,
        "health" | "sport" => Icon::Heart,
        _ => Icon::Percent,
    }
}
