//! The step `vectors`: programs that know nothing of ours judge and read what we make.
//! **Invariant:** the same 20,000 tokens each time; one difference in a verdict fails the step.

use std::path::Path;

use crate::machine::{self, Need};
use crate::step::{Doing, Done};
use crate::{project, shell};

/// The second reader of codes: a library that a Python package loads.
const ZBAR: &[Need] = &[Need::Library("zbar", "libzbar0")];

pub fn check() -> Done {
    machine::debian(ZBAR)?;
    let python = machine::python()?;
    for name in ["rkc1-golden.txt", "rkc1-initials.txt"] {
        let mut command = project::command(&python);
        command.arg("tests/vectors/check_golden.py").arg(format!("core/vectors/{name}"));
        shell::run(name, &mut command)?;
    }
    let folder = project::target().join("vectors");
    std::fs::create_dir_all(&folder).doing("make a folder for tokens and pictures")?;

    let tokens = folder.join("tokens.jsonl");
    make("tokens", &tokens)?;
    let mut agree = project::command(&python);
    agree.arg("tests/vectors/agree.py").arg("core/vectors").arg(&tokens);
    shell::run("a second verifier", &mut agree)?;

    let pictures = folder.join("pictures");
    make("pictures", &pictures)?;
    let mut read = project::command(&python);
    shell::run("other readers", read.arg("tests/vectors/read_pictures.py").arg(&pictures))
}

/// What the vectors' own program makes there.
pub fn make(what: &str, there: &Path) -> Done {
    let mut build = project::cargo("build --workspace --example vectors");
    shell::run("the maker of vectors", &mut build)?;
    let mut maker = project::command(project::built("debug/examples", "vectors"));
    shell::run(what, maker.arg(what).arg(there))
}
