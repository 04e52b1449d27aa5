//! `cargo xtask android`: the app for Android, from `dx` and our overlays to a signed package.
//! **Invariant:** the key that signs lies outside the repository; what `dx` generates is overlaid
//! anew each time, because it writes it anew each time.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::ANDROID as TARGET;
use super::ready::{Ready, Town, VERSION, dx_words, our_code};
use crate::step::{Doing, Done, Trouble};
use crate::{project, shell};

/// `--release` signs a package for the store; otherwise one for a phone on the desk.
pub fn run(words: &[&str]) -> Done {
    let is_release = words.contains(&"--release");
    let mut ready = Ready::default();
    let java = shell::ask(Command::new("javac").arg("--version")).unwrap_or_default();
    ready.need(
        is_new_enough(&java),
        "A Java development kit, version 17 or newer: Debian's `openjdk-17-jdk`.",
    );
    let sdk = PathBuf::from(std::env::var_os("ANDROID_HOME").unwrap_or_default());
    ready.need(
        sdk.is_dir(),
        "The Android SDK: install Android Studio's command-line tools and name their folder in \
         ANDROID_HOME.",
    );
    ready.need(
        newest(&sdk.join("platforms")).is_some(),
        "The platform: `sdkmanager \"platforms;android-35\"`.",
    );
    let tools = newest(&sdk.join("build-tools"));
    ready.need(tools.is_some(), "The build tools: `sdkmanager \"build-tools;35.0.0\"`.");
    ready.need(
        std::env::var_os("ANDROID_NDK_HOME").is_some() || newest(&sdk.join("ndk")).is_some(),
        "The NDK: `sdkmanager \"ndk;27.2.12479018\"`, or name its folder in ANDROID_NDK_HOME.",
    );
    ready.dx();
    ready.rust_target(TARGET);
    let town = ready.town();
    let key = is_release.then(|| Key::ask(&mut ready));
    ready.end("Android")?;

    build(is_release, &town)?;
    let generated = generated(is_release);
    overlay(&generated, &town)?;
    let task = if is_release { "assembleRelease" } else { "assembleDebug" };
    let mut gradle = project::command(generated.join("gradlew"));
    shell::run("gradle", gradle.arg(task).current_dir(&generated))?;
    let package = package(&generated, is_release);
    match key.zip(tools) {
        Some((key, tools)) => sign(&package, &key, &tools),
        None => {
            println!("   {}", package.display());
            Ok(())
        }
    }
}

/// `javac 17.0.15`
fn is_new_enough(java: &str) -> bool {
    let version = java.strip_prefix("javac ").and_then(|rest| rest.split('.').next());
    version.and_then(|major| major.parse::<u32>().ok()).is_some_and(|major| major >= 17)
}

/// The town's own signature; its files and its password lie outside.
struct Key {
    store: PathBuf,
    password: PathBuf,
    alias: String,
}

impl Key {
    fn ask(ready: &mut Ready) -> Self {
        Self {
            store: ready.file("KARTA_ANDROID_KEYSTORE", "The key store that signs the app"),
            password: ready.file("KARTA_ANDROID_PASSWORD_FILE", "The password of the key store"),
            alias: ready.word("KARTA_ANDROID_KEY", "The name of the key in the key store"),
        }
    }
}

fn build(is_release: bool, town: &Town) -> Done {
    let mut dx = project::command("dx");
    dx.args(dx_words("android", TARGET, is_release)).env("KARTA_ORIGIN", &town.origin);
    // Pages of 16 kB, which the store asks for.
    dx.env(
        "CARGO_TARGET_AARCH64_LINUX_ANDROID_RUSTFLAGS",
        "-C link-arg=-Wl,-z,max-page-size=16384",
    );
    shell::run("dx build for Android", &mut dx)
}

fn generated(is_release: bool) -> PathBuf {
    let profile = if is_release { "release" } else { "debug" };
    project::target().join("dx/karta-app").join(profile).join("android/app")
}

fn package(generated: &Path, is_release: bool) -> PathBuf {
    let outputs = generated.join("app/build/outputs/apk");
    if is_release {
        outputs.join("release/app-release-unsigned.apk")
    } else {
        outputs.join("debug/app-debug.apk")
    }
}

/// Our window, icons, texts and rules over those of the template.
fn overlay(generated: &Path, town: &Town) -> Done {
    let main = generated.join("app/src/main");
    let ours = project::root().join("android");
    drop_launcher_icons(&main.join("res"))?;
    copy(&ours.join("res"), &main.join("res"))?;
    let window = main.join("kotlin/dev/dioxus/main/MainActivity.kt");
    std::fs::copy(ours.join("MainActivity.kt"), window).doing("overlay MainActivity.kt")?;
    let rules = std::fs::read_to_string(ours.join("proguard-app.pro")).doing("read our rules")?;
    edit(&generated.join("app/proguard-rules.pro"), |text| with_rules(text, &rules))?;
    edit(&main.join("AndroidManifest.xml"), |text| with_links(text, &town.host))?;
    let code = our_code()?;
    edit(&generated.join("app/build.gradle.kts"), |text| Some(with_version(text, code)))
}

/// The template's icons bear the names of ours with another ending, and two of a name do not build.
fn drop_launcher_icons(res: &Path) -> Done {
    let Ok(folders) = std::fs::read_dir(res) else { return Ok(()) };
    for folder in folders.flatten() {
        let Ok(files) = std::fs::read_dir(folder.path()) else { continue };
        for file in files.flatten() {
            if file.file_name().to_string_lossy().starts_with("ic_launcher") {
                std::fs::remove_file(file.path()).doing("remove an icon of the template")?;
            }
        }
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Done {
    std::fs::create_dir_all(to).doing("make a folder of resources")?;
    for entry in std::fs::read_dir(from).doing("read our resources")?.flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), target).doing("copy a resource")?;
        }
    }
    Ok(())
}

fn edit(path: &Path, change: impl FnOnce(&str) -> Option<String>) -> Done {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let changed = change(&text).ok_or_else(|| {
        Trouble::new(format!("{} is not what dx {} writes.", path.display(), super::ready::DX))
    })?;
    std::fs::write(path, changed).doing("write what dx generated")
}

fn with_rules(text: &str, ours: &str) -> Option<String> {
    Some(if text.contains(ours) { text.to_owned() } else { format!("{text}\n{ours}") })
}

/// Links of the town's own site open the app, once the site says that it may.
fn with_links(manifest: &str, host: &str) -> Option<String> {
    if manifest.contains(&format!("android:host=\"{host}\"")) {
        return Some(manifest.to_owned());
    }
    let filter = format!(
        "  <intent-filter android:autoVerify=\"true\">\n        \
         <action android:name=\"android.intent.action.VIEW\"/>\n        \
         <category android:name=\"android.intent.category.DEFAULT\"/>\n        \
         <category android:name=\"android.intent.category.BROWSABLE\"/>\n        \
         <data android:scheme=\"https\" android:host=\"{host}\"/>\n      </intent-filter>\n    "
    );
    let end = manifest.rfind("</activity>")?;
    let (before, after) = manifest.split_at_checked(end)?;
    Some(format!("{before}{filter}{after}"))
}

fn with_version(gradle: &str, code: u32) -> String {
    let lines = gradle.lines().map(|line| {
        let word = line.trim_start();
        let indent = " ".repeat(line.len() - word.len());
        if word.starts_with("versionCode") {
            format!("{indent}versionCode = {code}")
        } else if word.starts_with("versionName") {
            format!("{indent}versionName = \"{VERSION}\"")
        } else {
            line.to_owned()
        }
    });
    lines.map(|line| line + "\n").collect()
}

fn sign(package: &Path, key: &Key, tools: &Path) -> Done {
    let signed = project::target().join(format!("karta-{VERSION}.apk"));
    let mut align = project::command(tools.join("zipalign"));
    align.args(["-P", "16", "-f", "4"]).arg(package).arg(&signed);
    shell::run("zipalign", &mut align)?;
    let mut sign = project::command(tools.join("apksigner"));
    sign.args(sign_arguments(key)).arg(&signed);
    shell::run("apksigner", &mut sign)?;
    println!("   {}", signed.display());
    Ok(())
}

/// The password is read from its file by the signer: it never stands in a list of processes.
fn sign_arguments(key: &Key) -> Vec<String> {
    vec![
        "sign".into(),
        "--ks".into(),
        key.store.display().to_string(),
        "--ks-pass".into(),
        format!("file:{}", key.password.display()),
        "--ks-key-alias".into(),
        key.alias.clone(),
    ]
}

fn newest(folder: &Path) -> Option<PathBuf> {
    let entries = std::fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path());
    entries.filter(|path| path.is_dir()).max()
}

/// The step of the tests: the app type-checks and its Kotlin parses.
pub fn check() -> Done {
    super::check(TARGET)?;
    super::parse(&["android"])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_of_the_town_stand_inside_the_activity_once() {
        let ours = std::fs::read_to_string(project::root().join("android/AndroidManifest.xml"));
        let ours = ours.unwrap();
        let once = with_links(&ours, "karta.example.pl").unwrap();
        assert_eq!(once.matches("karta.example.pl").count(), 1);
        assert!(once.find("karta.example.pl").unwrap() < once.find("</activity>").unwrap());
        assert_eq!(with_links(&once, "karta.example.pl").unwrap(), once);
        assert_eq!(with_links("<manifest/>", "karta.example.pl"), None);
    }

    #[test]
    fn the_version_replaces_the_templates() {
        let gradle = "  defaultConfig {\n    versionCode = 1\n    versionName = \"1.0\"\n  }\n";
        let ours = with_version(gradle, 10_203);
        assert!(ours.contains("    versionCode = 10203\n"), "{ours}");
        assert!(ours.contains(&format!("    versionName = \"{VERSION}\"\n")), "{ours}");
        assert_eq!(ours.lines().count(), 4);
    }

    #[test]
    fn overlays_lie_over_what_the_template_wrote() {
        let folder = std::env::temp_dir().join(format!("karta-overlay-{}", std::process::id()));
        let main = folder.join("app/src/main");
        for made in ["res/mipmap-hdpi", "res/values", "kotlin/dev/dioxus/main"] {
            std::fs::create_dir_all(main.join(made)).unwrap();
        }
        let put = |path: &str, text: &str| std::fs::write(folder.join(path), text).unwrap();
        put("app/src/main/res/mipmap-hdpi/ic_launcher.webp", "old");
        put("app/src/main/res/values/strings.xml", "old");
        put("app/src/main/AndroidManifest.xml", "<manifest><activity></activity></manifest>");
        put("app/build.gradle.kts", "versionCode = 1\n");
        put("app/proguard-rules.pro", "# template\n");
        let town = Town::parse("https://karta.example.pl").unwrap();
        overlay(&folder, &town).unwrap();
        overlay(&folder, &town).unwrap();
        assert!(!main.join("res/mipmap-hdpi/ic_launcher.webp").exists());
        assert!(main.join("res/mipmap-hdpi/ic_launcher.png").exists());
        assert!(main.join("kotlin/dev/dioxus/main/MainActivity.kt").exists());
        let read = |path: &str| std::fs::read_to_string(folder.join(path)).unwrap();
        assert!(read("app/src/main/res/values/strings.xml").contains("Karta"));
        assert_eq!(read("app/proguard-rules.pro").matches("MainActivity").count(), 1);
        assert!(!read("app/build.gradle.kts").contains("versionCode = 1\n"));
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn an_old_java_is_missing() {
        assert!(is_new_enough("javac 17.0.15") && is_new_enough("javac 21"));
        assert!(
            !is_new_enough("javac 11.0.2") && !is_new_enough("javac 1.8.0") && !is_new_enough("")
        );
    }

    #[test]
    fn the_password_is_named_and_never_said() {
        let key = Key { store: "/k".into(), password: "/secret".into(), alias: "karta".into() };
        let words = sign_arguments(&key);
        assert!(words.contains(&"file:/secret".to_owned()), "{words:?}");
    }
}
