// swift-tools-version: 6.2
import PackageDescription

// The map of Rasid: modules in the order data takes them. What a module may import stands beside its
// name, and `make check` holds it to that (explicit-target-dependency-import-check).

/// Every module is built alike: strict, and with warnings as errors.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

/// A module of Rasid: its name, and all that it may import.
func module(_ name: String, _ dependencies: Target.Dependency...) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of one module. Fixtures are read from the source tree, not copied.
func tests(_ name: String, fixtures: Bool = false, _ dependencies: Target.Dependency...) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: dependencies, exclude: fixtures ? ["Fixtures"] : [],
        swiftSettings: strict)
}

let package = Package(
    name: "rasid",
    products: [.executable(name: "rasid", targets: ["rasid"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        // Tests only: the scripted publishers of the end-to-end test.
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    ],
    targets: [
        // Doors to C: a module map and a few typed shims each.
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(
            name: "CLibCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(
            name: "CCompression",
            providers: [.apt(["zlib1g-dev", "libbrotli-dev", "libzstd-dev"])]),
        .target(name: "CLinux"),

        // The words and the tools. They know nothing of the flow.
        module("NewsModel"),
        module("NewsText", "NewsModel"),
        module("LibXML", "CLibXML2", "CLinux"),

        // The flow, in the order the data takes it. No stage imports another.
        module(
            "Configuring", "NewsModel", "LibXML", .product(name: "Yams", package: "Yams")),
        module("Fetching", "NewsModel", "CLibCurl", "CCompression", "CLinux"),
        module("FeedParsing", "NewsModel", "NewsText", "LibXML"),
        module("Extracting", "NewsModel", "NewsText", "LibXML"),
        module("Cleaning", "NewsModel", "NewsText"),
        module("Deduplicating", "NewsModel", "NewsText"),
        module(
            "Storing", "NewsModel", "NewsText", "CLinux", .product(name: "GRDB", package: "GRDB.swift")),

        // What watches the flow, and the loop that alone sees all of it.
        module("Monitoring", "NewsModel", "CLinux"),
        module(
            "Polling", "NewsModel", "NewsText", "Configuring", "Fetching", "FeedParsing", "Extracting", "Cleaning",
            "Deduplicating", "Storing", "Monitoring", "CLinux", .product(name: "Logging", package: "swift-log")),

        // The command line, one file per command.
        .executableTarget(
            name: "rasid",
            dependencies: [
                "NewsModel", "NewsText", "Configuring", "Fetching", "FeedParsing", "Extracting", "Cleaning",
                "Deduplicating", "Storing", "Monitoring", "Polling", "CLinux",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict
        ),

        // Measures only, see `make bench`.
        .executableTarget(
            name: "fetchbench", dependencies: ["Fetching", "NewsModel"], path: "Benchmarks/fetchbench",
            swiftSettings: strict),

        .executableTarget(
            name: "storebench", dependencies: ["Storing", "NewsModel"], path: "Benchmarks/storebench",
            swiftSettings: strict),

        // Tests only: a server that answers as a script says.
        .target(name: "Loopback", path: "Tests/Loopback", swiftSettings: strict),
        // Tests only: starts programs.
        .target(name: "CSpawn", path: "Tests/CSpawn"),

        tests("NewsModel", "NewsModel"),
        tests("NewsText", "NewsText", "NewsModel"),
        tests("LibXML", "LibXML"),
        tests("Configuring", "Configuring", "NewsModel"),
        tests("Fetching", "Fetching", "NewsModel", "Loopback"),
        tests("FeedParsing", "FeedParsing", "NewsModel"),
        tests("Extracting", "Extracting", "NewsModel"),
        tests("Cleaning", fixtures: true, "Cleaning", "NewsModel"),
        tests("Deduplicating", "Deduplicating", "NewsModel"),
        tests("Storing", "Storing", "NewsModel", .product(name: "GRDB", package: "GRDB.swift")),
        tests("Monitoring", "Monitoring", "NewsModel"),
        tests(
            "Polling", "Polling", "NewsModel", "Monitoring", "Fetching", "Storing",
            .product(name: "Logging", package: "swift-log")),
        tests(
            "Etiquette", "Polling", "NewsModel", "Monitoring", "Configuring", "Fetching", "Storing", "Loopback",
            .product(name: "Logging", package: "swift-log")),
        tests("Rasid", "rasid"),
        tests(
            "EndToEnd", fixtures: true, "NewsModel", "Storing", "Loopback", "CSpawn",
            .product(name: "FlyingFox", package: "FlyingFox"), .product(name: "GRDB", package: "GRDB.swift")),
    ]
)
