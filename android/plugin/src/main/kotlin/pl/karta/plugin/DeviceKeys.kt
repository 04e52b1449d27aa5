// Keys that sign codes, in the phone's hardware: P-256, made inside and never read out.
// Invariant: the tier says what the system says of the key, never what we asked for.
package pl.karta.plugin

import android.os.Build
import android.security.keystore.KeyGenParameterSpec
import android.security.keystore.KeyInfo
import android.security.keystore.KeyProperties
import android.security.keystore.StrongBoxUnavailableException
import android.util.Base64
import org.json.JSONObject
import java.security.KeyFactory
import java.security.KeyPairGenerator
import java.security.KeyStore
import java.security.PrivateKey
import java.security.Signature
import java.security.spec.ECGenParameterSpec

internal class DeviceKeys {
    private val store: KeyStore = KeyStore.getInstance(STORE).apply { load(null) }

    // "value": the X.509 SubjectPublicKeyInfo; its last 65 bytes are the point.
    fun loadOrMake(name: String): JSONObject {
        if (!store.containsAlias(name)) make(name)
        val certificate = store.getCertificate(name) ?: return refused()
        val key = store.getKey(name, null) as? PrivateKey ?: return refused()
        val point = certificate.publicKey.encoded
        return done(encode(point)).put("tier", tier(key))
    }

    // "value": the signature as DER, SHA-256 over the bytes.
    fun sign(name: String, bytes: String): JSONObject {
        val key = store.getKey(name, null) as? PrivateKey ?: return refused()
        val signature = Signature.getInstance("SHA256withECDSA")
        signature.initSign(key)
        signature.update(Base64.decode(bytes, FORM))
        return done(encode(signature.sign()))
    }

    fun forget(name: String): JSONObject {
        if (store.containsAlias(name)) store.deleteEntry(name)
        return done()
    }

    private fun make(name: String) {
        try {
            generate(name, hasStrongBox)
        } catch (unavailable: Exception) {
            if (!hasStrongBox || unavailable !is StrongBoxUnavailableException) throw unavailable
            generate(name, false)
        }
    }

    private fun generate(name: String, strongBox: Boolean) {
        val how = KeyGenParameterSpec.Builder(name, KeyProperties.PURPOSE_SIGN)
            .setAlgorithmParameterSpec(ECGenParameterSpec("secp256r1"))
            .setDigests(KeyProperties.DIGEST_SHA256)
        if (strongBox) how.setIsStrongBoxBacked(true)
        val generator = KeyPairGenerator.getInstance(KeyProperties.KEY_ALGORITHM_EC, STORE)
        generator.initialize(how.build())
        generator.generateKeyPair()
    }

    @Suppress("DEPRECATION")
    private fun tier(key: PrivateKey): String {
        val info = KeyFactory.getInstance(key.algorithm, STORE).getKeySpec(key, KeyInfo::class.java)
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.S) {
            return when (info.securityLevel) {
                KeyProperties.SECURITY_LEVEL_STRONGBOX -> "hardware"
                KeyProperties.SECURITY_LEVEL_TRUSTED_ENVIRONMENT -> "hardware"
                else -> "software"
            }
        }
        return if (info.isInsideSecureHardware) "hardware" else "software"
    }

    private fun encode(bytes: ByteArray): String = Base64.encodeToString(bytes, FORM)

    private companion object {
        const val STORE = "AndroidKeyStore"
        const val FORM = Base64.URL_SAFE or Base64.NO_WRAP or Base64.NO_PADDING
    }
}
