// What Android does for the app: one question in JSON, one answer in JSON.
// Invariant: no question throws into Rust; what cannot be done is answered with "done": false.
package pl.karta.plugin

import android.app.Activity
import android.content.Intent
import android.os.Build
import android.os.VibrationEffect
import android.os.Vibrator
import android.view.WindowManager
import org.json.JSONObject

class DevicePlugin(private val activity: Activity) {
    private val keys = DeviceKeys()

    fun ask(question: String): String {
        val answer = try {
            decide(JSONObject(question))
        } catch (error: Exception) {
            // The kind of the error and never its text, which may quote what was asked.
            refused().put("why", error.javaClass.simpleName)
        }
        return answer.toString()
    }

    private fun decide(question: JSONObject): JSONObject = when (question.getString("do")) {
        "awake" -> flag(WindowManager.LayoutParams.FLAG_KEEP_SCREEN_ON, question.getBoolean("on"))
        "guard" -> flag(WindowManager.LayoutParams.FLAG_SECURE, question.getBoolean("on"))
        "bright" -> brighten(question.getBoolean("on"))
        "haptic" -> haptic(question.getString("cue"))
        "share" -> share(question.getString("title"), question.getString("text"))
        "link" -> done(takeLink())
        "leave" -> onScreen { activity.moveTaskToBack(true) }
        "languages" -> done(languages())
        "text_size" -> done((activity.resources.configuration.fontScale * 100).toInt().toString())
        "key" -> keys.loadOrMake(question.getString("name"))
        "sign" -> keys.sign(question.getString("name"), question.getString("bytes"))
        "forget" -> keys.forget(question.getString("name"))
        else -> refused()
    }

    // What is read from the question is read before: an exception on the screen's thread ends the app.
    private fun onScreen(work: () -> Unit): JSONObject {
        activity.runOnUiThread(work)
        return done()
    }

    private fun flag(flag: Int, on: Boolean): JSONObject = onScreen {
        if (on) activity.window.addFlags(flag) else activity.window.clearFlags(flag)
    }

    private fun brighten(on: Boolean): JSONObject = onScreen {
        val window = activity.window
        val attributes = window.attributes
        attributes.screenBrightness = if (on) {
            WindowManager.LayoutParams.BRIGHTNESS_OVERRIDE_FULL
        } else {
            WindowManager.LayoutParams.BRIGHTNESS_OVERRIDE_NONE
        }
        window.attributes = attributes
    }

    // One long for good, two for bad, three for unsure: told apart with the phone in a pocket.
    private fun haptic(cue: String): JSONObject {
        val pattern = when (cue) {
            "good" -> longArrayOf(0, 60)
            "bad" -> longArrayOf(0, 180, 120, 180)
            else -> longArrayOf(0, 80, 80, 80, 80, 80)
        }
        val vibrator = activity.getSystemService(Vibrator::class.java)
        if (vibrator == null || !vibrator.hasVibrator()) return refused()
        vibrator.vibrate(VibrationEffect.createWaveform(pattern, -1))
        return done()
    }

    private fun share(title: String, text: String): JSONObject = onScreen {
        val send = Intent(Intent.ACTION_SEND)
        send.type = "text/plain"
        send.putExtra(Intent.EXTRA_SUBJECT, title)
        send.putExtra(Intent.EXTRA_TEXT, text)
        activity.startActivity(Intent.createChooser(send, title))
    }

    // The address the app was started with, once.
    private fun takeLink(): String? {
        val intent = activity.intent ?: return null
        val address = intent.dataString
        intent.data = null
        return address
    }

    private fun languages(): String {
        val locales = activity.resources.configuration.locales
        return (0 until locales.size()).joinToString(",") { locales.get(it).toLanguageTag() }
    }
}

internal fun done(value: String? = null): JSONObject {
    val answer = JSONObject().put("done", true)
    return if (value == null) answer else answer.put("value", value)
}

internal fun refused(): JSONObject = JSONObject().put("done", false)

internal val hasStrongBox: Boolean
    get() = Build.VERSION.SDK_INT >= Build.VERSION_CODES.P
