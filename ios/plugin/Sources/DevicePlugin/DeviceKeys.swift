// Keys that sign codes, in the Secure Enclave: P-256, made inside and never read out.
// Invariant: "hardware" is said only of a key that the Enclave itself holds.
import Foundation
import Security

final class DeviceKeys {
    /// "value": the point, 65 bytes (X9.63).
    func loadOrMake(_ name: String) -> Answer {
        guard let key = load(name) ?? make(name), let open = SecKeyCopyPublicKey(key),
            let point = SecKeyCopyExternalRepresentation(open, nil) as Data?
        else { return .refused }
        var answer = Answer.done(encode(point))
        answer.fields["tier"] = isInside(key) ? "hardware" : "software"
        return answer
    }

    /// "value": the signature as DER, SHA-256 over the bytes.
    func sign(_ name: String, _ bytes: String) -> Answer {
        guard let key = load(name), let message = decode(bytes) else { return .refused }
        let how = SecKeyAlgorithm.ecdsaSignatureMessageX962SHA256
        guard let made = SecKeyCreateSignature(key, how, message as CFData, nil) as Data? else {
            return .refused
        }
        return .done(encode(made))
    }

    func forget(_ name: String) -> Answer {
        let status = SecItemDelete(named(name) as CFDictionary)
        return status == errSecSuccess || status == errSecItemNotFound ? .done(nil) : .refused
    }

    private func load(_ name: String) -> SecKey? {
        var query = named(name)
        query[kSecReturnRef as String] = true
        var found: CFTypeRef?
        guard SecItemCopyMatching(query as CFDictionary, &found) == errSecSuccess, let found,
            CFGetTypeID(found) == SecKeyGetTypeID()
        else { return nil }
        return (found as! SecKey)
    }

    /// Only while the phone is unlocked, only on this phone, in no backup.
    private func make(_ name: String) -> SecKey? {
        guard
            let access = SecAccessControlCreateWithFlags(
                nil, kSecAttrAccessibleWhenUnlockedThisDeviceOnly, .privateKeyUsage, nil)
        else { return nil }
        let attributes: [String: Any] = [
            kSecAttrKeyType as String: kSecAttrKeyTypeECSECPrimeRandom,
            kSecAttrKeySizeInBits as String: 256,
            kSecAttrTokenID as String: kSecAttrTokenIDSecureEnclave,
            kSecPrivateKeyAttrs as String: [
                kSecAttrIsPermanent as String: true,
                kSecAttrApplicationTag as String: Data(name.utf8),
                kSecAttrAccessControl as String: access,
            ],
        ]
        return SecKeyCreateRandomKey(attributes as CFDictionary, nil)
    }

    private func named(_ name: String) -> [String: Any] {
        [
            kSecClass as String: kSecClassKey,
            kSecAttrKeyType as String: kSecAttrKeyTypeECSECPrimeRandom,
            kSecAttrApplicationTag as String: Data(name.utf8),
        ]
    }

    private func isInside(_ key: SecKey) -> Bool {
        let said = SecKeyCopyAttributes(key) as? [String: Any]
        let token = said?[kSecAttrTokenID as String] as? String
        return token == kSecAttrTokenIDSecureEnclave as String
    }

    private func encode(_ bytes: Data) -> String {
        bytes.base64EncodedString()
            .replacingOccurrences(of: "+", with: "-")
            .replacingOccurrences(of: "/", with: "_")
            .replacingOccurrences(of: "=", with: "")
    }

    private func decode(_ text: String) -> Data? {
        var text = text.replacingOccurrences(of: "-", with: "+")
            .replacingOccurrences(of: "_", with: "/")
        text += String(repeating: "=", count: (4 - text.count % 4) % 4)
        return Data(base64Encoded: text)
    }
}
