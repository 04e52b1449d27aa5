//! `cargo xtask ios`: the app for iPhones and iPads, from `dx` and our overlays to a signed package.
//! **Invariant:** certificate and profile lie outside the repository; the entitlements of the package
//! are the ones of `ios/karta.entitlements` with the team and the town put in.

use std::path::{Path, PathBuf};

use super::IOS as TARGET;
use super::ready::{Ready, Town, VERSION, dx_words, our_code};
use crate::step::{Doing, Done};
use crate::{machine, project, shell};

/// The oldest system that the plugin's calls are for.
const OLDEST: &str = "15.0";

pub fn run() -> Done {
    let mut ready = Ready::default();
    ready.need(cfg!(target_os = "macos"), "A Mac: Apple's tools run nowhere else.");
    ready.need(
        machine::on_path("xcrun").is_some(),
        "Xcode 16 or newer: from the App Store, then `sudo xcode-select -s /Applications/Xcode.app`.",
    );
    ready.dx();
    ready.rust_target(TARGET);
    let town = ready.town();
    let signature = Signature {
        team: ready.word("KARTA_IOS_TEAM", "The ten characters of your Apple team"),
        identity: ready.word("KARTA_IOS_IDENTITY", "The name of the certificate in your keychain"),
        profile: ready.file("KARTA_IOS_PROFILE", "The provisioning profile"),
    };
    ready.end("iOS")?;

    let mut dx = project::command("dx");
    shell::run(
        "dx build for iOS",
        dx.args(dx_words("ios", TARGET, true)).env("KARTA_ORIGIN", &town.origin),
    )?;
    let app = project::target().join("dx/karta-app/release/ios/KartaApp.app");
    complete(&app)?;
    sign(&app, &signature, &town)
}

struct Signature {
    team: String,
    identity: String,
    profile: PathBuf,
}

/// Icons, the first screen, texts, the privacy manifest and the numbers that `dx` leaves out.
fn complete(app: &Path) -> Done {
    let ours = project::root().join("ios");
    let partial = project::target().join("ios-icons.plist");
    let mut icons = project::command("xcrun");
    icons.args(["actool", "--compile"]).arg(app).args(["--platform", "iphoneos"]);
    icons.args(["--minimum-deployment-target", OLDEST, "--app-icon", "AppIcon"]);
    icons.arg("--output-partial-info-plist").arg(&partial).arg(ours.join("Assets.xcassets"));
    shell::run("actool", &mut icons)?;
    let mut first = project::command("xcrun");
    first.args(["ibtool", "--compile"]).arg(app.join("LaunchScreen.storyboardc"));
    shell::run("ibtool", first.arg(ours.join("LaunchScreen.storyboard")))?;
    for name in ["pl.lproj", "en.lproj", "uk.lproj"] {
        std::fs::create_dir_all(app.join(name)).doing("make a folder of texts")?;
        let strings = Path::new(name).join("InfoPlist.strings");
        std::fs::copy(ours.join(&strings), app.join(&strings)).doing("copy texts")?;
    }
    let privacy = "PrivacyInfo.xcprivacy";
    std::fs::copy(ours.join(privacy), app.join(privacy)).doing("copy the privacy manifest")?;
    let code = our_code()?;
    let mut merge = project::command("/usr/libexec/PlistBuddy");
    merge.args(["-c", &format!("Merge {}", partial.display())]);
    for (key, kind, value) in numbers(code) {
        // Delete and add: an absent key cannot be set, and a present one cannot be added.
        let mut delete = project::command("/usr/libexec/PlistBuddy");
        let _was_not_there =
            shell::ask(delete.args(["-c", &format!("Delete :{key}")]).arg(app.join("Info.plist")));
        merge.args(["-c", &format!("Add :{key} {kind} {value}")]);
    }
    shell::run("Info.plist", merge.arg(app.join("Info.plist")))
}

fn numbers(code: u32) -> [(&'static str, &'static str, String); 3] {
    [
        ("CFBundleShortVersionString", "string", VERSION.to_owned()),
        ("CFBundleVersion", "string", code.to_string()),
        ("MinimumOSVersion", "string", OLDEST.to_owned()),
    ]
}

/// From the inside out: a framework that is signed later breaks the app's own signature.
fn sign(app: &Path, signature: &Signature, town: &Town) -> Done {
    std::fs::copy(&signature.profile, app.join("embedded.mobileprovision"))
        .doing("embed the provisioning profile")?;
    let text = std::fs::read_to_string(project::root().join("ios/karta.entitlements"))
        .doing("read the entitlements")?;
    let entitlements = project::target().join("karta.entitlements");
    std::fs::write(&entitlements, entitled(&text, &signature.team, &town.host))
        .doing("write the entitlements")?;
    let frameworks = std::fs::read_dir(app.join("Frameworks")).into_iter().flatten().flatten();
    for framework in frameworks {
        let mut inner = project::command("codesign");
        inner.args(["--force", "--sign", &signature.identity]).arg(framework.path());
        shell::run("codesign a framework", &mut inner)?;
    }
    let mut outer = project::command("codesign");
    outer.args(["--force", "--sign", &signature.identity, "--entitlements"]).arg(&entitlements);
    shell::run("codesign", outer.arg(app))?;
    let payload = project::target().join("ios/Payload");
    std::fs::create_dir_all(&payload).doing("make the package's folder")?;
    let package = project::target().join(format!("karta-{VERSION}.ipa"));
    let mut into = project::command("ditto");
    shell::run("ditto", into.arg(app).arg(payload.join("KartaApp.app")))?;
    let mut pack = project::command("ditto");
    pack.args(["-c", "-k", "--keepParent"]).arg(&payload).arg(&package);
    shell::run("the package", &mut pack)?;
    println!("   {}", package.display());
    Ok(())
}

fn entitled(text: &str, team: &str, host: &str) -> String {
    let (_, list) = text.split_once("<plist").unwrap_or(("", text));
    let list = list.replace("KARTA_TEAM", team).replace("KARTA_HOST", host);
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<plist{list}")
}

/// The step of the tests: the app type-checks and its Swift parses.
pub fn check() -> Done {
    super::check(TARGET)?;
    super::parse(&["ios"])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn team_and_town_stand_in_the_entitlements() {
        let ours = std::fs::read_to_string(project::root().join("ios/karta.entitlements")).unwrap();
        let made = entitled(&ours, "ABCDE12345", "karta.example.pl");
        assert!(!made.contains("KARTA_"), "{made}");
        assert!(made.contains("applinks:karta.example.pl"));
        assert_eq!(made.matches("ABCDE12345.pl.karta.app").count(), 2);
    }

    #[test]
    fn the_package_bears_our_version() {
        let numbers = numbers(10_203);
        assert_eq!(numbers[1], ("CFBundleVersion", "string", "10203".to_owned()));
    }
}
