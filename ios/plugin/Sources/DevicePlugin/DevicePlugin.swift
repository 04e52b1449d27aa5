// What iOS does for the app: one question in JSON, one answer in JSON.
// Invariant: whatever is asked, an answer comes; what cannot be done is answered with "done": false.
import Foundation
import UIKit

@objc(DevicePlugin)
public final class DevicePlugin: NSObject {
    private let keys = DeviceKeys()
    private let cover = Cover()

    /// The brightness that the person had, while ours is up.
    private var ownBrightness: CGFloat?

    @objc(ask:)
    public func ask(_ question: String) -> NSString {
        let parsed = try? JSONSerialization.jsonObject(with: Data(question.utf8))
        let answer = (parsed as? [String: Any]).map(decide) ?? Answer.refused
        return answer.text as NSString
    }

    private func decide(_ question: [String: Any]) -> Answer {
        let isOn = question["on"] as? Bool ?? false
        let name = question["name"] as? String ?? ""
        switch question["do"] as? String {
        case "awake":
            return onScreen { UIApplication.shared.isIdleTimerDisabled = isOn }
        case "guard":
            // iOS lets nobody forbid a screenshot: the picture in the app switcher is covered.
            return onScreen { self.cover.isOn = isOn }
        case "bright":
            return onScreen { self.brighten(isOn) }
        case "haptic":
            return onScreen { Self.haptic(question["cue"] as? String) }
        case "share":
            let text = question["text"] as? String ?? ""
            return onScreen { Self.share(text) }
        case "languages":
            return .done(Locale.preferredLanguages.joined(separator: ","))
        case "text_size":
            return .done(Self.textSize())
        case "key":
            return keys.loadOrMake(name)
        case "sign":
            return keys.sign(name, question["bytes"] as? String ?? "")
        case "forget":
            return keys.forget(name)
        default:
            return .refused
        }
    }

    private func onScreen(_ work: @escaping () -> Void) -> Answer {
        DispatchQueue.main.async(execute: work)
        return .done(nil)
    }

    private func brighten(_ isOn: Bool) {
        if isOn {
            ownBrightness = ownBrightness ?? UIScreen.main.brightness
            UIScreen.main.brightness = 1
        } else if let own = ownBrightness {
            UIScreen.main.brightness = own
            ownBrightness = nil
        }
    }

    private static func haptic(_ cue: String?) {
        let feedback = UINotificationFeedbackGenerator()
        switch cue {
        case "good": feedback.notificationOccurred(.success)
        case "bad": feedback.notificationOccurred(.error)
        default: feedback.notificationOccurred(.warning)
        }
    }

    private static func share(_ text: String) {
        guard let screen = window?.rootViewController else { return }
        let sheet = UIActivityViewController(activityItems: [text], applicationActivities: nil)
        // An iPad wants to know where the sheet grows from.
        sheet.popoverPresentationController?.sourceView = screen.view
        screen.present(sheet, animated: true)
    }

    /// Per cent of the letters' usual size.
    private static func textSize() -> String {
        let scaled = UIFontMetrics.default.scaledValue(for: 100)
        return String(Int(scaled.rounded()))
    }

    static var window: UIWindow? {
        let scenes = UIApplication.shared.connectedScenes.compactMap { $0 as? UIWindowScene }
        return scenes.flatMap(\.windows).first { $0.isKeyWindow }
    }
}

/// What goes back to Rust.
struct Answer {
    var fields: [String: Any]

    static let refused = Answer(fields: ["done": false])

    static func done(_ value: String?) -> Answer {
        var fields: [String: Any] = ["done": true]
        fields["value"] = value
        return Answer(fields: fields)
    }

    var text: String {
        let bytes = try? JSONSerialization.data(withJSONObject: fields)
        return bytes.flatMap { String(data: $0, encoding: .utf8) } ?? "{\"done\":false}"
    }
}
