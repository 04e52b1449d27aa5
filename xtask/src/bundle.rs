//! The pure half of the web bundle: names with a hash of the contents, and placeholders.
//! **Invariant:** the same inputs give the same names, so a browser never mixes two bundles.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::step::{Doing, Done, Trouble};

/// The files of a bundle by their path below the root, with forward slashes.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The bundle's own service worker must not be in the list that it keeps.
const WORKER: &str = "sw.js";

/// What stands for which file: `{{app.js}}` for `app-0123456789abcdef.js`.
pub type Names = BTreeMap<String, String>;

/// The glue and the program of `app` or `scan`, under names that change with their contents.
pub fn named(program: &str, glue: &str, wasm: Vec<u8>) -> (Names, Files) {
    let wasm_name = format!("{program}_bg-{}.wasm", hash(&[&wasm]));
    let glue = glue.replace(&format!("{program}_bg.wasm"), &wasm_name);
    let glue_name = format!("{program}-{}.js", hash(&[glue.as_bytes()]));
    let names = Names::from([
        (format!("{{{{{program}.js}}}}"), glue_name.clone()),
        (format!("{{{{{program}.wasm}}}}"), wasm_name.clone()),
    ]);
    (names, Files::from([(glue_name, glue.into_bytes()), (wasm_name, wasm)]))
}

/// Fills the placeholders of the public files and adds them to the built ones.
pub fn assemble(built: Files, public: Files, names: &Names) -> Done<Files> {
    let mut files = built;
    let mut worker = None;
    for (path, bytes) in public {
        let bytes = if is_text(&path) { fill(&path, bytes, names)? } else { bytes };
        if path == WORKER {
            worker = Some(bytes);
        } else {
            files.insert(path, bytes);
        }
    }
    if let Some(worker) = worker {
        let worker = fill_worker(worker, &files)?;
        files.insert(WORKER.to_owned(), worker);
    }
    match files.iter().find_map(|(path, bytes)| left_over(path, bytes)) {
        Some(place) => Err(Trouble::new(place)),
        None => Ok(files),
    }
}

fn fill(path: &str, bytes: Vec<u8>, names: &Names) -> Done<Vec<u8>> {
    let mut text = String::from_utf8(bytes).doing(&format!("read app/public/{path} as text"))?;
    for (placeholder, name) in names {
        // Deep links need an address from the root, whether or not the page wrote the slash.
        text = text.replace(&format!("/{placeholder}"), &format!("/{name}"));
        text = text.replace(placeholder.as_str(), &format!("/{name}"));
    }
    Ok(text.into_bytes())
}

fn fill_worker(worker: Vec<u8>, files: &Files) -> Done<Vec<u8>> {
    let text = String::from_utf8(worker).doing("read app/public/sw.js as text")?;
    let parts: Vec<&[u8]> =
        files.iter().flat_map(|(path, bytes)| [path.as_bytes(), bytes.as_slice()]).collect();
    let list: Vec<String> = files.keys().map(|path| format!("/{path}")).collect();
    let list = serde_json::to_string(&list).doing("write the list of files")?;
    let text = text.replace("{{version}}", &hash(&parts)).replace("{{precache}}", &list);
    Ok(text.into_bytes())
}

fn left_over(path: &str, bytes: &[u8]) -> Option<String> {
    if !matches!(extension(path), "html" | "webmanifest") && path != WORKER {
        return None;
    }
    let text = String::from_utf8_lossy(bytes);
    let (_, rest) = text.split_once("{{")?;
    let (name, _) = rest.split_once("}}")?;
    Some(format!("Correct app/public/{path}: nothing fills the placeholder {{{{{name}}}}}."))
}

/// Sixteen hex digits that stand for these bytes.
pub fn hash(parts: &[&[u8]]) -> String {
    let mut digest = Sha256::new();
    for part in parts {
        // With the length, moving a byte from one part to the next changes the hash.
        digest.update((part.len() as u64).to_le_bytes());
        digest.update(part);
    }
    digest.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// The hash of one file.
pub fn file_hash(path: &Path) -> Done<String> {
    let bytes = std::fs::read(path).doing(&format!("read {}", path.display()))?;
    Ok(hash(&[&bytes]))
}

/// The hash of everything below these paths, names included.
pub fn tree_hash(paths: &[PathBuf]) -> Done<String> {
    let mut all = String::new();
    for path in paths {
        if path.is_dir() {
            for (name, bytes) in read_tree(path)? {
                all.push_str(&format!("{name} {}\n", hash(&[&bytes])));
            }
        } else {
            all.push_str(&format!("{} {}\n", path.display(), file_hash(path)?));
        }
    }
    Ok(hash(&[all.as_bytes()]))
}

/// All files below a folder; hidden ones are not part of it.
pub fn read_tree(folder: &Path) -> Done<Files> {
    let mut files = Files::new();
    let mut open = vec![(String::new(), folder.to_path_buf())];
    while let Some((prefix, folder)) = open.pop() {
        let what = format!("read the folder {}", folder.display());
        for entry in std::fs::read_dir(&folder).doing(&what)? {
            let path = entry.doing(&what)?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if name.starts_with('.') {
                continue;
            }
            if path.is_dir() {
                open.push((format!("{prefix}{name}/"), path));
            } else {
                let bytes = std::fs::read(&path).doing(&format!("read {}", path.display()))?;
                files.insert(format!("{prefix}{name}"), bytes);
            }
        }
    }
    Ok(files)
}

fn is_text(path: &str) -> bool {
    matches!(extension(path), "html" | "js" | "css" | "json" | "webmanifest" | "svg" | "txt")
}

fn extension(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(_, extension)| extension)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn public() -> Files {
        let files = [
            ("index.html", "<script>import init from '{{app.js}}'; './{{app.wasm}}'</script>"),
            ("sw.js", "const V = '{{version}}', LIST = {{precache}};"),
            ("boot.js", "let object = {{}};"),
            ("icons/a.png", "{{app.js}}"),
        ];
        files.into_iter().map(|(path, text)| (path.to_owned(), text.into())).collect()
    }

    fn names(glue: &str, wasm: &str) -> Names {
        [("{{app.js}}", glue), ("{{app.wasm}}", wasm)]
            .map(|(placeholder, name)| (placeholder.to_owned(), name.to_owned()))
            .into()
    }

    fn text(files: &Files, path: &str) -> String {
        String::from_utf8(files[path].clone()).unwrap()
    }

    #[test]
    fn names_follow_the_contents() {
        let named = |wasm| named("scan", "new URL('scan_bg.wasm', here)", wasm);
        let (names, files) = named(vec![1]);
        let (glue, wasm) = (&names["{{scan.js}}"], &names["{{scan.wasm}}"]);
        assert!(text(&files, glue).contains(wasm));
        assert!(glue.starts_with("scan-") && wasm.starts_with("scan_bg-"), "{glue} {wasm}");
        let (others, _) = named(vec![2]);
        assert_ne!(wasm, &others["{{scan.wasm}}"]);
        assert_ne!(glue, &others["{{scan.js}}"]);
        assert_eq!(named(vec![1]).0, names);
    }

    #[test]
    fn placeholders_are_filled_from_the_root() {
        let files = assemble(Files::new(), public(), &names("app-1.js", "app_bg-1.wasm")).unwrap();
        let page = text(&files, "index.html");
        assert_eq!(page, "<script>import init from '/app-1.js'; './app_bg-1.wasm'</script>");
        assert_eq!(text(&files, "icons/a.png"), "{{app.js}}");
        let worker = text(&files, "sw.js");
        assert!(worker.contains(r#"["/boot.js","/icons/a.png","/index.html"]"#), "{worker}");
        assert!(!worker.contains("{{"), "{worker}");
    }

    #[test]
    fn an_unknown_placeholder_is_named() {
        let mut public = public();
        public.insert("index.html".into(), b"{{ap.js}}".to_vec());
        let trouble = assemble(Files::new(), public, &names("a", "b")).unwrap_err();
        assert!(format!("{trouble:?}").contains("{{ap.js}}"));
    }

    #[test]
    fn the_worker_changes_with_any_file() {
        let one = assemble(Files::new(), public(), &names("a", "b")).unwrap();
        let mut changed = public();
        changed.insert("boot.js".into(), b"other".to_vec());
        let two = assemble(Files::new(), changed, &names("a", "b")).unwrap();
        assert_ne!(one["sw.js"], two["sw.js"]);
    }
}
