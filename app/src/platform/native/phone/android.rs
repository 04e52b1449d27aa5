//! The way to the Kotlin plugin.
//! **Invariant**: its class is found by the activity's own loader; a thread that Rust has started
//! would look for it among the system's classes and find nothing.

use std::sync::OnceLock;

use manganis::android::with_activity;
use manganis::jni::JNIEnv;
use manganis::jni::errors::Result;
use manganis::jni::objects::{JClass, JObject, JValue};

#[manganis::ffi("../android/plugin")]
extern "Kotlin" {
    type DevicePlugin;
    fn ask(this: &DevicePlugin, question: String) -> String;
}

const CLASS: &str = "pl.karta.plugin.DevicePlugin";

pub fn ask(question: String) -> Option<String> {
    static PLUGIN: OnceLock<Option<DevicePlugin>> = OnceLock::new();
    let plugin = PLUGIN.get_or_init(open).as_ref()?;
    __ffi_android::ask(plugin, question).ok()
}

fn open() -> Option<DevicePlugin> {
    with_activity(|env, activity| {
        let made = make(env, activity);
        if made.is_err() {
            // An exception left lying would break the next call, which is somebody else's.
            let _nothing_thrown = env.exception_clear();
        }
        made.ok()
    })
}

fn make(env: &mut JNIEnv<'_>, activity: &JObject<'_>) -> Result<DevicePlugin> {
    let loader = env.call_method(activity, "getClassLoader", "()Ljava/lang/ClassLoader;", &[])?;
    let name = env.new_string(CLASS)?;
    let found = env.call_method(
        loader.l()?,
        "loadClass",
        "(Ljava/lang/String;)Ljava/lang/Class;",
        &[JValue::Object(&name)],
    )?;
    let class = JClass::from(found.l()?);
    let plugin = env.new_object(class, "(Landroid/app/Activity;)V", &[JValue::Object(activity)])?;
    env.new_global_ref(plugin).map(DevicePlugin::from_global_ref)
}
