//! What a person should do about a failure, read from what the failing program printed.
//! **Invariant:** an advice is one sentence that starts with the cause and ends with the action.

const KNOWN: &[(&[&str], &str)] = &[
    (
        &["no space left on device", "enospc", "os error 28"],
        "The disk is full: free at least 2 GB and run the command again.",
    ),
    (
        &[
            "could not resolve host",
            "couldn't resolve host",
            "temporary failure in name resolution",
            "temporary failure resolving",
            "eai_again",
            "npm error network",
            "npm error code enotfound",
            "spurious network error",
            "download of config.json failed",
            "could not download file",
            "newconnectionerror",
        ],
        "The network is not reachable: connect, or set the proxy for cargo and npm, \
         and run the command again.",
    ),
    (
        &["requires rustc"],
        "This Rust is too old: run `rustup update stable` and run the command again.",
    ),
    (
        &["needs to be updated but --locked"],
        "Cargo.lock does not fit the manifests: run `cargo check` once and commit Cargo.lock.",
    ),
];

/// The advice for this output; `None` when the output itself says it best.
pub fn for_output(output: &str) -> Option<&'static str> {
    let output = output.to_lowercase();
    KNOWN
        .iter()
        .find(|(signs, _)| signs.iter().any(|sign| output.contains(sign)))
        .map(|(_, advice)| *advice)
}

/// The advice when a program is not there at all.
pub fn for_missing(program: &str) -> String {
    match program {
        "npm" | "node" => {
            "Install Node.js 20 or newer (it brings npm) and run the command again.".into()
        }
        "rustup" => "Install Rust with rustup and run the command again.".into(),
        "python3" => "Install Python 3.11 or newer and run the command again.".into(),
        other => format!("Install `{other}` and run the command again."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn network_and_disk_are_recognised() {
        let npm = "npm error code EAI_AGAIN\nnpm error syscall getaddrinfo";
        assert!(for_output(npm).unwrap().starts_with("The network"));
        let cargo = "  [6] Couldn't resolve host name (Could not resolve host: index)";
        assert!(for_output(cargo).unwrap().starts_with("The network"));
        let full = "error: failed to write: No space left on device (os error 28)";
        assert!(for_output(full).unwrap().starts_with("The disk"));
    }

    #[test]
    fn a_compile_error_speaks_for_itself() {
        assert_eq!(
            for_output("error[E0425]: cannot find value `x`\nerror: could not compile"),
            None
        );
        assert_eq!(for_output("test failed: connection refused (os error 111)"), None);
    }
}
