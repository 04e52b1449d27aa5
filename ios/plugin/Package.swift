// swift-tools-version:5.9
// The plugin as a package; dx builds it into the app's frameworks.
import PackageDescription

let package = Package(
    name: "DevicePlugin",
    platforms: [.iOS(.v15)],
    products: [.library(name: "DevicePlugin", type: .static, targets: ["DevicePlugin"])],
    targets: [.target(name: "DevicePlugin")]
)
