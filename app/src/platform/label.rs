//! What this device is called in the list of devices: "Firefox, Windows", "Karta, Linux".
//! **Invariant**: made from the kinds of program and system alone; never a name or a model.

/// Of a browser, from what it says of itself. Order matters: most browsers also claim to be others.
#[cfg(any(target_arch = "wasm32", test))]
pub fn of_agent(agent: &str) -> String {
    let program = first(
        agent,
        &[
            ("Edg", "Edge"),
            ("OPR/", "Opera"),
            ("SamsungBrowser", "Samsung Internet"),
            ("Firefox", "Firefox"),
            ("FxiOS", "Firefox"),
            ("CriOS", "Chrome"),
            ("Chrome", "Chrome"),
            ("Safari", "Safari"),
        ],
    );
    let system = first(
        agent,
        &[
            ("Android", "Android"),
            ("iPhone", "iPhone"),
            ("iPad", "iPad"),
            ("Windows", "Windows"),
            ("Mac OS X", "macOS"),
            ("CrOS", "ChromeOS"),
            ("Linux", "Linux"),
        ],
    );
    match (program, system) {
        (Some(program), Some(system)) => format!("{program}, {system}"),
        (Some(one), None) | (None, Some(one)) => one.into(),
        (None, None) => "Internet".into(),
    }
}

/// Of our own app, by its name, which is the same in every language, and the system it was built for.
#[cfg(any(not(target_arch = "wasm32"), test))]
pub fn of_app(system: &str) -> String {
    let system = match system {
        "android" => "Android",
        "ios" => "iPhone",
        "windows" => "Windows",
        "macos" => "macOS",
        _ => "Linux",
    };
    format!("Karta, {system}")
}

#[cfg(any(target_arch = "wasm32", test))]
fn first(agent: &str, known: &[(&str, &'static str)]) -> Option<&'static str> {
    known.iter().find(|(sign, _)| agent.contains(sign)).map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_that_claim_to_be_others_are_told_apart() {
        for (agent, label) in [
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0",
                "Firefox, Windows",
            ),
            (
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36",
                "Chrome, Linux",
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36 Edg/142.0",
                "Edge, Windows",
            ),
            (
                "Mozilla/5.0 (Linux; Android 15; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36",
                "Samsung Internet, Android",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
                "Safari, iPhone",
            ),
            ("", "Internet"),
        ] {
            assert_eq!(of_agent(agent), label);
        }
        assert_eq!(of_app("android"), "Karta, Android");
        assert_eq!(of_app("linux"), "Karta, Linux");
    }
}
