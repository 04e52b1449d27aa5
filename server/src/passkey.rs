//! Where passkeys belong: the name authenticators know this town by.
//! **Invariant**: only an address with a name and a safe way to it has passkeys; a demo that
//! listens on this machine has them at `localhost`.

use url::{Host, Url};
use webauthn_rs::{Webauthn, WebauthnBuilder};

/// The town as a relying party; nothing where browsers would refuse one.
pub fn relying_party(public_url: &str) -> Option<Webauthn> {
    let mut origin = Url::parse(public_url).ok()?;
    let is_here = match origin.host()? {
        Host::Domain(name) => name == "localhost",
        Host::Ipv4(ip) => ip.is_loopback(),
        Host::Ipv6(ip) => ip.is_loopback(),
    };
    if is_here {
        origin.set_host(Some("localhost")).ok()?;
    } else if origin.scheme() != "https" {
        return None;
    }
    let Some(Host::Domain(name)) = origin.host() else { return None };
    let name = name.to_owned();
    WebauthnBuilder::new(&name, &origin).ok()?.rp_name("Karta").build().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_and_a_safe_way_to_it() {
        for good in ["https://pkm.pruszkow.pl", "http://localhost:8080", "http://127.0.0.1:8080"] {
            assert!(relying_party(good).is_some(), "{good}");
        }
        for bad in ["http://pkm.pruszkow.pl", "https://192.0.2.1", "nonsense", ""] {
            assert!(relying_party(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn a_demo_on_this_machine_is_localhost() {
        let town = relying_party("http://127.0.0.1:8080").unwrap();
        let origins: Vec<_> = town.get_allowed_origins().iter().map(Url::as_str).collect();
        assert_eq!(origins, ["http://localhost:8080/"]);
    }
}
