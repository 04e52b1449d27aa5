//! `cargo xtask web`: the app for the browser, ready to serve, in `target/web`.
//! **Invariant:** the folder is swapped whole; a running server never serves half a bundle.

use std::path::{Path, PathBuf};

use wasm_bindgen_cli_support::Bindgen;

use crate::bundle::{self, Files, Names};
use crate::step::{Doing, Done};
use crate::{machine, project, shell, styles};

const APP: &str =
    "build -p karta-app --bin karta-app --no-default-features --features karta-app/web";

/// A library for everybody else, a program of its own in a browser.
const SCAN: &str = "rustc -p karta-scan --lib --crate-type cdylib";

const BENCH: &str = "build -p karta-bench --lib";

const TARGET: &str = "wasm32-unknown-unknown";

/// What today's browsers know, and wasm-bindgen's output needs.
const WASM_OPT: &[&str] = &[
    "-Oz",
    "--enable-reference-types",
    "--enable-bulk-memory",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-multivalue",
];

/// A second round finds what the first has laid open: one per cent.
const WASM_OPT_AGAIN: &[&str] = &["-Oz"];

/// Where the finished bundle is.
pub fn folder() -> PathBuf {
    project::target().join("web")
}

/// Builds the bundle, or does nothing when nothing that goes into it has changed.
pub fn build() -> Done {
    let stamp = project::target().join("web.inputs");
    let inputs = inputs()?;
    if folder().join("index.html").exists()
        && std::fs::read_to_string(&stamp).is_ok_and(|have| have == inputs)
    {
        return Ok(());
    }
    machine::room_on_disk()?;
    machine::rust_target(TARGET)?;
    machine::npm_packages()?;
    shell::run("the app for the browser", &mut compile(APP))?;
    shell::run("the reader of codes", &mut compile(SCAN))?;
    let (mut names, mut built) = bind("app", "karta-app.wasm")?;
    let (scan_names, scan) = bind("scan", "karta_scan.wasm")?;
    let (style_names, styles) = styles::collect()?;
    names.extend(scan_names.into_iter().chain(style_names));
    built.extend(scan.into_iter().chain(styles));
    let public = bundle::read_tree(&project::root().join("app").join("public"))?;
    write(&bundle::assemble(built, public, &names)?)?;
    std::fs::write(stamp, inputs).doing("note what the bundle was made of")
}

fn inputs() -> Done<String> {
    let root = project::root();
    let paths = ["app", "core", "xtask", "Cargo.toml", "Cargo.lock", "tests/web/package-lock.json"];
    bundle::tree_hash(&paths.map(|path| root.join(path)))
}

fn compile(what: &str) -> std::process::Command {
    let mut command = project::cargo(what);
    command.args(["--profile", "wasm-release", "--target", TARGET]);
    command
}

/// What `core/bench` measures, for a browser: a folder with `bench.js` and `bench_bg.wasm`.
pub fn build_bench() -> Done<PathBuf> {
    machine::rust_target(TARGET)?;
    machine::npm_packages()?;
    shell::run("the measurements for the browser", &mut compile(BENCH))?;
    bind("bench", "karta_bench.wasm")?;
    let folder = project::target().join("web.bindgen").join("bench");
    let small = folder.join("small.wasm");
    std::fs::rename(small, folder.join("bench_bg.wasm")).doing("put the measurements in place")?;
    Ok(folder)
}

/// wasm-bindgen and wasm-opt; answers the two names and all the files they made.
fn bind(program: &str, compiled: &str) -> Done<(Names, Files)> {
    let out = project::target().join("web.bindgen").join(program);
    remove(&out)?;
    let start = std::time::Instant::now();
    let input = project::target().join(TARGET).join("wasm-release").join(compiled);
    Bindgen::new()
        .input_path(input)
        .web(true)
        .and_then(|bindgen| bindgen.typescript(false).out_name(program).generate(&out))
        .map_err(|error| format!("{error:#}"))
        .doing(&format!("bind {compiled} to JavaScript"))?;
    report(&format!("wasm-bindgen {program}"), start);

    let small = out.join("small.wasm");
    let mut opt = project::command(project::web_tests().join("node_modules/.bin/wasm-opt"));
    opt.args(WASM_OPT)
        .args(WASM_OPT_AGAIN)
        .arg(out.join(format!("{program}_bg.wasm")))
        .arg("-o")
        .arg(&small);
    shell::run("wasm-opt", &mut opt)?;

    let glue = format!("{program}.js");
    let glue = std::fs::read_to_string(out.join(&glue)).doing(&format!("read {glue}"))?;
    let wasm = std::fs::read(&small).doing("read the small program")?;
    let (names, mut files) = bundle::named(program, &glue, wasm);
    // Snippets of the libraries keep their place: the glue imports them by it.
    let rest =
        bundle::read_tree(&out)?.into_iter().filter(|(path, _)| path.starts_with("snippets/"));
    files.extend(rest);
    Ok((names, files))
}

fn write(files: &Files) -> Done {
    let fresh = project::target().join("web.new");
    remove(&fresh)?;
    for (path, bytes) in files {
        put(&fresh.join(path), bytes)?;
    }
    let mut pack = project::command("node");
    shell::run("brotli and gzip", pack.arg("xtask/pack.mjs").arg(&fresh))?;
    remove(&folder())?;
    std::fs::rename(&fresh, folder()).doing("put the bundle in its place")
}

fn put(path: &Path, bytes: &[u8]) -> Done {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).doing("make a folder for the bundle")?;
    }
    std::fs::write(path, bytes).doing("write the bundle")
}

fn remove(folder: &Path) -> Done {
    match std::fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).doing("clear the last bundle")
        }
        _ => Ok(()),
    }
}

fn report(what: &str, start: std::time::Instant) {
    println!("   {what}: {:.1} s", start.elapsed().as_secs_f64());
}

#[cfg(test)]
mod tests {
    use crate::project;

    #[test]
    fn the_library_that_binds_is_of_the_version_that_was_bound() {
        let lock = std::fs::read_to_string(project::root().join("Cargo.lock")).unwrap();
        let version = |name: &str| {
            let start = format!("name = \"{name}\"\n");
            let mut found =
                lock.split("[[package]]").filter_map(|part| part.trim().strip_prefix(&start));
            let only = found.next().and_then(|part| part.lines().next()).unwrap().to_owned();
            assert!(found.next().is_none(), "two versions of {name}");
            only
        };
        assert_eq!(version("wasm-bindgen"), version("wasm-bindgen-cli-support"));
    }
}
