//! The kit's styles as one file of the bundle, so that the page is dressed before the app is there.
//! **Invariant:** the files and their order are those that `app/src/ui.rs` mounts in a native window.

use crate::bundle::{self, Files, Names};
use crate::project;
use crate::step::{Doing, Done, Trouble};

const LIST: &str = "app/src/ui.rs";

pub fn collect() -> Done<(Names, Files)> {
    let list = project::root().join(LIST);
    let text = std::fs::read_to_string(&list).doing(&format!("read {LIST}"))?;
    let mut all = String::new();
    for path in paths(&text) {
        let what = format!("read app/src/{path}");
        all += &std::fs::read_to_string(list.with_file_name(path)).doing(&what)?;
    }
    if all.is_empty() {
        return Err(Trouble::new(format!("Correct {LIST}: it lists no stylesheet.")));
    }
    let name = format!("app-{}.css", bundle::hash(&[all.as_bytes()]));
    let names = Names::from([("{{app.css}}".to_owned(), name.clone())]);
    Ok((names, Files::from([(name, all.into_bytes())])))
}

fn paths(list: &str) -> impl Iterator<Item = &str> {
    list.split("include_str!(\"").skip(1).filter_map(|rest| {
        let (path, _) = rest.split_once('"')?;
        path.ends_with(".css").then_some(path)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_keeps_its_order() {
        let list =
            "[include_str!(\"theme.css\"), include_str!(\"a.ftl\"),\ninclude_str!(\"a.css\")]";
        assert_eq!(paths(list).collect::<Vec<_>>(), ["theme.css", "a.css"]);
    }

    #[test]
    fn the_kit_has_a_theme() {
        let (names, files) = collect().unwrap();
        let css = String::from_utf8(files[&names["{{app.css}}"]].clone()).unwrap();
        assert!(css.contains("--brand") || css.contains(":root"));
    }
}
