//! The manifests of the phones: read by real parsers, compared with each other.
//! **Invariant**: one name for the app everywhere; nothing is asked of people without saying why;
//! no key stands in Dioxus.toml that dx 0.7.10 does not read, because it would look like a setting.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

const ID: &str = "pl.karta.app";
const SCHEME: &str = "karta";
const ANDROID: &str = "http://schemas.android.com/apk/res/android";

fn file(path: &str) -> String {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..");
    std::fs::read_to_string(root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn plist(path: &str) -> plist::Dictionary {
    let value = plist::Value::from_reader_xml(file(path).as_bytes());
    value.unwrap_or_else(|error| panic!("{path}: {error}")).into_dictionary().unwrap()
}

/// Every key that dx reads and we use; the paths of tables are joined with dots.
const LIVE: &[&str] = &[
    "application.name",
    "application.public_dir",
    "application.android_manifest",
    "application.ios_info_plist",
    "bundle.identifier",
    "bundle.publisher",
    "android.min_sdk",
    "android.target_sdk",
    "android.compile_sdk",
    "web.app.title",
];

fn keys(table: &toml::Table, before: &str, found: &mut BTreeMap<String, toml::Value>) {
    for (key, value) in table {
        let name = if before.is_empty() { key.clone() } else { format!("{before}.{key}") };
        match value {
            toml::Value::Table(inner) => keys(inner, &name, found),
            value => drop(found.insert(name, value.clone())),
        }
    }
}

fn dioxus() -> BTreeMap<String, toml::Value> {
    let mut found = BTreeMap::new();
    keys(&file("Dioxus.toml").parse().unwrap(), "", &mut found);
    found
}

#[test]
fn every_key_of_dioxus_toml_is_read_by_somebody() {
    let dioxus = dioxus();
    let dead: Vec<&String> = dioxus.keys().filter(|key| !LIVE.contains(&key.as_str())).collect();
    assert!(dead.is_empty(), "{dead:?}");
    let text = |key: &str| dioxus[key].as_str().unwrap().to_owned();
    // One is relative to the app package, the other to the root.
    assert!(!file(&format!("app/{}", text("application.android_manifest"))).is_empty());
    assert!(!file(&text("application.ios_info_plist")).is_empty());
    assert_eq!(text("bundle.identifier"), ID);
}

fn attribute<'a>(node: roxmltree::Node<'a, '_>, name: &str) -> &'a str {
    node.attribute((ANDROID, name)).unwrap_or_else(|| panic!("{name} is missing"))
}

fn named<'a, 'i>(document: &'a roxmltree::Document<'i>, tag: &str) -> Vec<roxmltree::Node<'a, 'i>> {
    document.descendants().filter(|node| node.has_tag_name(tag)).collect()
}

#[test]
fn android_asks_for_what_it_uses_and_backs_nothing_up() {
    let text = file("android/AndroidManifest.xml");
    let manifest = roxmltree::Document::parse(&text).unwrap();
    let asked = named(&manifest, "uses-permission");
    let asked: BTreeSet<&str> = asked.into_iter().map(|node| attribute(node, "name")).collect();
    let wanted = ["CAMERA", "INTERNET", "VIBRATE"].map(|name| format!("android.permission.{name}"));
    assert_eq!(asked, wanted.iter().map(String::as_str).collect());
    // A phone without a camera may have the app all the same.
    let camera = named(&manifest, "uses-feature");
    assert!(camera.into_iter().all(|node| attribute(node, "required") == "false"));
    let application = named(&manifest, "application")[0];
    assert_eq!(attribute(application, "allowBackup"), "false");
    assert_eq!(attribute(application, "networkSecurityConfig"), "@xml/network_security_config");
}

#[test]
fn a_change_of_theme_or_letters_starts_no_second_app() {
    let text = file("android/AndroidManifest.xml");
    let manifest = roxmltree::Document::parse(&text).unwrap();
    let activity = named(&manifest, "activity")[0];
    assert_eq!(attribute(activity, "name"), "dev.dioxus.main.MainActivity");
    assert_eq!(attribute(activity, "launchMode"), "singleTask");
    let handled: BTreeSet<&str> = attribute(activity, "configChanges").split('|').collect();
    let needed = [
        "orientation",
        "keyboardHidden",
        "keyboard",
        "screenSize",
        "smallestScreenSize",
        "locale",
        "layoutDirection",
        "fontScale",
        "screenLayout",
        "density",
        "uiMode",
    ];
    assert_eq!(handled, BTreeSet::from(needed));
}

#[test]
fn both_phones_know_the_same_links() {
    let text = file("android/AndroidManifest.xml");
    let manifest = roxmltree::Document::parse(&text).unwrap();
    let schemes = named(&manifest, "data");
    let schemes: Vec<&str> = schemes.into_iter().map(|node| attribute(node, "scheme")).collect();
    assert_eq!(schemes, [SCHEME]);
    let info = plist("ios/Info.plist");
    let types = info["CFBundleURLTypes"].as_array().unwrap();
    let first = types[0].as_dictionary().unwrap();
    let schemes = first["CFBundleURLSchemes"].as_array().unwrap();
    assert_eq!(schemes, &[plist::Value::from(SCHEME)]);
    assert_eq!(first["CFBundleURLName"].as_string(), Some(ID));
    assert_eq!(info["CFBundleIdentifier"].as_string(), Some(ID));
}

#[test]
fn ios_says_why_in_every_language_before_it_asks() {
    let info = plist("ios/Info.plist");
    let whys: Vec<&String> = info.keys().filter(|key| key.ends_with("UsageDescription")).collect();
    assert_eq!(whys, ["NSCameraUsageDescription", "NSPhotoLibraryUsageDescription"]);
    let languages = info["CFBundleLocalizations"].as_array().unwrap();
    for language in languages.iter().map(|language| language.as_string().unwrap()) {
        let strings = file(&format!("ios/{language}.lproj/InfoPlist.strings"));
        for why in &whys {
            let said = strings.lines().find(|line| line.starts_with(&format!("{why} = \"")));
            assert!(said.is_some_and(|line| line.len() > 60), "{language}: {why}");
        }
    }
    // Polish stands in both places: they say the same.
    let polish = file("ios/pl.lproj/InfoPlist.strings");
    for why in &whys {
        assert!(polish.contains(info[why.as_str()].as_string().unwrap()), "{why}");
    }
}

#[test]
fn the_first_screen_of_ios_is_there_and_nobody_is_tracked() {
    let info = plist("ios/Info.plist");
    let name = info["UILaunchStoryboardName"].as_string().unwrap();
    let text = file(&format!("ios/{name}.storyboard"));
    let storyboard = roxmltree::Document::parse(&text).unwrap();
    assert_eq!(storyboard.root_element().attribute("launchScreen"), Some("YES"));
    let first = storyboard.root_element().attribute("initialViewController").unwrap();
    assert!(storyboard.descendants().any(|node| node.attribute("id") == Some(first)));
    let privacy = plist("ios/PrivacyInfo.xcprivacy");
    assert_eq!(privacy["NSPrivacyTracking"].as_boolean(), Some(false));
    for collected in privacy["NSPrivacyCollectedDataTypes"].as_array().unwrap() {
        let collected = collected.as_dictionary().unwrap();
        assert_eq!(collected["NSPrivacyCollectedDataTypeTracking"].as_boolean(), Some(false));
    }
}

/// Width, height and whether there is transparency, by the header of a PNG.
fn picture(path: &str) -> (u32, u32, bool) {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..");
    let bytes = std::fs::read(root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    assert_eq!(&bytes[..8], b"\x89PNG\r\n\x1a\n", "{path}");
    let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
    // Colour types 4 and 6 have an alpha channel; a palette says it in a chunk of its own.
    let has_alpha = matches!(bytes[25], 4 | 6) || bytes.windows(4).any(|chunk| chunk == b"tRNS");
    (number(16), number(20), has_alpha)
}

#[test]
fn android_has_its_icon_for_every_screen() {
    for (density, side) in
        [("mdpi", 48), ("hdpi", 72), ("xhdpi", 96), ("xxhdpi", 144), ("xxxhdpi", 192)]
    {
        for name in ["ic_launcher", "ic_launcher_round"] {
            let path = format!("android/res/mipmap-{density}/{name}.png");
            let (width, height, _) = picture(&path);
            assert_eq!((width, height), (side, side), "{path}");
        }
    }
    let adaptive = file("android/res/mipmap-anydpi-v26/ic_launcher.xml");
    let adaptive = roxmltree::Document::parse(&adaptive).unwrap();
    for layer in ["foreground", "monochrome"] {
        let drawn = attribute(named(&adaptive, layer)[0], "drawable");
        let drawn = drawn.strip_prefix("@drawable/").unwrap();
        let text = file(&format!("android/res/drawable/{drawn}.xml"));
        let vector = roxmltree::Document::parse(&text).unwrap();
        assert_eq!(attribute(vector.root_element(), "viewportWidth"), "108");
    }
}

#[test]
fn every_resource_the_manifest_names_is_there() {
    let manifest = file("android/AndroidManifest.xml");
    let themes = file("android/res/values/styles.xml");
    assert!(manifest.contains("@style/AppTheme") && themes.contains("\"AppTheme\""));
    assert!(manifest.contains("@xml/network_security_config"));
    for folder in ["values", "values-en", "values-uk"] {
        assert!(file(&format!("android/res/{folder}/strings.xml")).contains("\"app_name\""));
    }
}

#[test]
fn nothing_leaves_an_android_phone_in_the_clear() {
    let text = file("android/res/xml/network_security_config.xml");
    let rules = roxmltree::Document::parse(&text).unwrap();
    let base = named(&rules, "base-config")[0];
    assert_eq!(base.attribute("cleartextTrafficPermitted"), Some("false"));
    // The page's own edits, inside the phone; people's own authorities are not trusted.
    let clear = named(&rules, "domain-config");
    assert_eq!(clear.len(), 1);
    let hosts: Vec<_> =
        named(&rules, "domain").into_iter().filter_map(|node| node.text()).collect();
    assert_eq!(hosts, ["127.0.0.1"]);
    let trusted: Vec<_> = named(&rules, "certificates")
        .into_iter()
        .filter_map(|node| node.attribute("src"))
        .collect();
    assert_eq!(trusted, ["system"]);
}

#[test]
fn what_rust_finds_by_name_is_neither_renamed_nor_elsewhere() {
    let bridge = file("app/src/platform/native/phone/android.rs");
    let class = bridge.split("const CLASS: &str = \"").nth(1).unwrap().split('"').next().unwrap();
    let (package, name) = class.rsplit_once('.').unwrap();
    let folder = package.replace('.', "/");
    let kotlin = file(&format!("android/plugin/src/main/kotlin/{folder}/{name}.kt"));
    assert!(kotlin.contains(&format!("package {package}")));
    assert!(kotlin.contains(&format!("class {name}(private val activity: Activity)")));
    assert!(kotlin.contains("fun ask(question: String): String"));
    let gradle = file("android/plugin/build.gradle.kts");
    assert!(gradle.contains(&format!("namespace = \"{package}\"")));
    let window = "dev.dioxus.main.MainActivity";
    assert!(file("android/AndroidManifest.xml").contains(window));
    assert!(file("android/MainActivity.kt").contains("package dev.dioxus.main"));
    let rules = file("android/proguard-app.pro");
    for kept in [class, window] {
        assert!(rules.contains(&format!("-keep class {kept} ")), "{kept}");
    }
    assert!(file("android/plugin/consumer-rules.pro").contains(class));
    let swift = file("ios/plugin/Sources/DevicePlugin/DevicePlugin.swift");
    assert!(swift.contains(&format!("@objc({name})")) && swift.contains("@objc(ask:)"));
    assert!(file("ios/plugin/Package.swift").contains(&format!(".library(name: \"{name}\"")));
}

#[test]
fn both_plugins_know_every_question() {
    let rust = file("app/src/platform/native/phone.rs");
    let questions =
        rust.split("pub enum Question<'a> {").nth(1).unwrap().split("\n}").next().unwrap();
    let names: Vec<String> = questions
        .lines()
        .filter_map(|line| line.strip_prefix("    "))
        .filter(|line| line.starts_with(char::is_uppercase))
        .map(|line| line.trim_end_matches([' ', '{', ',']).to_owned())
        .collect();
    assert!(names.len() >= 12, "{names:?}");
    let kotlin = file("android/plugin/src/main/kotlin/pl/karta/plugin/DevicePlugin.kt");
    let swift = file("ios/plugin/Sources/DevicePlugin/DevicePlugin.swift");
    for name in names {
        let word = if name == "TextSize" { "text_size".into() } else { name.to_lowercase() };
        assert!(kotlin.contains(&format!("\"{word}\" ->")), "Android does not know {word}");
        // An iPhone hands its links to the event loop, and has no back button.
        if !["link", "leave"].contains(&word.as_str()) {
            assert!(swift.contains(&format!("case \"{word}\":")), "iOS does not know {word}");
        }
    }
}

#[test]
fn ios_has_its_icons_without_transparency() {
    let folder = "ios/Assets.xcassets/AppIcon.appiconset";
    let contents: serde_json::Value =
        serde_json::from_str(&file(&format!("{folder}/Contents.json"))).unwrap();
    let images = contents["images"].as_array().unwrap();
    assert_eq!(images.len(), 3);
    for image in images {
        let name = image["filename"].as_str().unwrap();
        assert_eq!(picture(&format!("{folder}/{name}")), (1024, 1024, false), "{name}");
    }
}

#[test]
fn ios_may_only_open_the_towns_links_and_its_own_key_chain() {
    let entitlements = plist("ios/karta.entitlements");
    let strings = |key: &str| -> Vec<&str> {
        let list = entitlements[key].as_array().unwrap();
        list.iter().map(|item| item.as_string().unwrap()).collect()
    };
    assert_eq!(strings("com.apple.developer.associated-domains"), ["applinks:KARTA_HOST"]);
    assert_eq!(strings("keychain-access-groups"), [format!("KARTA_TEAM.{ID}")]);
    assert_eq!(entitlements["application-identifier"].as_string(), Some("KARTA_TEAM.pl.karta.app"));
    // A package for a store must not let a debugger in.
    assert!(!entitlements.contains_key("get-task-allow"));
}
