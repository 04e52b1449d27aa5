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
