// A plain cover over the code while the app is not in front: iOS photographs it for its switcher.
// Invariant: the cover goes away by itself when the app is in front again.
import UIKit

final class Cover {
    var isOn = false

    private var view: UIView?
    private var watched: [NSObjectProtocol] = []

    init() {
        let center = NotificationCenter.default
        watched = [
            center.addObserver(
                forName: UIApplication.willResignActiveNotification, object: nil, queue: .main
            ) { [weak self] _ in self?.put() },
            center.addObserver(
                forName: UIApplication.didBecomeActiveNotification, object: nil, queue: .main
            ) { [weak self] _ in self?.take() },
        ]
    }

    deinit {
        watched.forEach(NotificationCenter.default.removeObserver)
    }

    private func put() {
        guard isOn, view == nil, let window = DevicePlugin.window else { return }
        let cover = UIView(frame: window.bounds)
        cover.backgroundColor = UIColor(red: 0.027, green: 0.231, blue: 0.271, alpha: 1)
        cover.autoresizingMask = [.flexibleWidth, .flexibleHeight]
        window.addSubview(cover)
        view = cover
    }

    private func take() {
        view?.removeFromSuperview()
        view = nil
    }
}
