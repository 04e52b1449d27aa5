// The one window of the app on Android: links, the back button, and the page's own way to be told.
// Invariant: an address from outside is handed on as text and read by Rust's strict reader; nothing
// of it is run as a script.
package dev.dioxus.main

import android.content.Intent
import android.content.res.Configuration
import android.webkit.WebView
import org.json.JSONObject

// wry's own classes ask for it by this name.
typealias BuildConfig = pl.karta.app.BuildConfig

class MainActivity : WryActivity() {
    private var page: WebView? = null

    // The page decides where "back" leads; the web view's own history knows nothing of our routes.
    override val handleBackNavigation: Boolean = false

    override fun onWebViewCreate(webView: WebView) {
        page = webView
        // Letters as large as the person has set them for the whole phone.
        webView.settings.textZoom = (resources.configuration.fontScale * 100).toInt()
    }

    // A link while the app runs. At a cold start the plugin reads the intent itself.
    override fun onNewIntent(intent: Intent) {
        super.onNewIntent(intent)
        setIntent(intent)
        val address = intent.dataString ?: return
        tell("kartaLink", JSONObject.quote(address))
    }

    // The dispatcher of newer systems calls this too, as long as nobody asks for predictive back.
    @Deprecated("Called by the system's back button and gesture")
    override fun onBackPressed() {
        val page = page ?: return moveAway()
        page.evaluateJavascript("typeof window.kartaBack === 'function' && window.kartaBack()") { heard ->
            if (heard != "true") moveAway()
        }
    }

    override fun onConfigurationChanged(newConfig: Configuration) {
        super.onConfigurationChanged(newConfig)
        page?.settings?.textZoom = (newConfig.fontScale * 100).toInt()
    }

    private fun moveAway() {
        moveTaskToBack(true)
    }

    private fun tell(name: String, argument: String) {
        page?.evaluateJavascript("window.$name && window.$name($argument)", null)
    }
}
