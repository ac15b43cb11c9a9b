import Foundation
import Synchronization

/// Publishers whose feeds carry whole articles, as many as a test asks for, no two alike.
final class NewsMill: Sendable {
    let publishers: [LoopbackPublisher]
    /// Articles so far, of each publisher, and the edition of all.
    private let printed: Mutex<(counts: [Int], edition: Int)>

    /// A feed shows the newest so many.
    static let window = 100

    /// - Parameter network: the third number of the publishers' addresses, one for each suite.
    init(_ publishers: Int = 1, network: Int) throws {
        self.publishers = try (1...publishers).map { try LoopbackPublisher(address: "127.0.\(network).\($0)") }
        printed = Mutex((Array(repeating: 0, count: publishers), 0))
    }

    func start() async throws {
        for publisher in publishers { try await publisher.start() }
    }

    func stop() async {
        for publisher in publishers { await publisher.stop() }
    }

    /// For `Workspace.configure`.
    var feeds: [(name: String, url: String)] {
        publishers.enumerated().map { ("mill\($0.offset)", $0.element.url("/feed") + "\n    full_text: never") }
    }

    /// Brings so many new articles in each feed.
    func publish(_ more: Int) {
        printed.withLock { printed in
            for index in printed.counts.indices { printed.counts[index] += more }
        }
        serve()
    }

    /// Gives every article another text.
    func rewrite() {
        printed.withLock { $0.edition += 1 }
        serve()
    }

    private func serve() {
        let (counts, edition) = printed.withLock { $0 }
        for (index, publisher) in publishers.enumerated() {
            let newest = (max(counts[index] - Self.window, 0)..<counts[index]).reversed()
            let items = newest.map { number in
                """
                <item><title>\(Self.title(number, of: index))</title><link>\(publisher.url("/\(number)"))</link>
                <guid isPermaLink="false">\(index)-\(number)</guid>
                <content:encoded><![CDATA[\(Self.text(number, of: index, edition))]]></content:encoded></item>
                """
            }
            let feed = """
                <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
                <title>Mill \(index)</title><link>\(publisher.url("/"))</link>\(items.joined())</channel></rss>
                """
            publisher.serve("/feed", .init(type: "application/rss+xml", body: Data(feed.utf8)))
        }
    }

    /// `LINK VERSION` of all that the journal must tell of, the present edition being version 1 or 2.
    var expected: Set<String> {
        let (counts, edition) = printed.withLock { $0 }
        return Set(
            zip(publishers, counts).flatMap { publisher, count in
                (0..<count).map { publisher.url("/\($0)") + " \(edition + 1)" }
            })
    }

    private static func title(_ number: Int, of feed: Int) -> String {
        words(3, seed: feed * 1_000_003 + number * 2 + 1) + " \(feed)-\(number)"
    }

    private static func text(_ number: Int, of feed: Int, _ edition: Int) -> String {
        (0..<4).map { "<p>\(words(30, seed: feed * 1_000_003 + number * 10 + $0 + edition * 500_000_003)).</p>" }
            .joined()
    }

    private static func words(_ count: Int, seed: Int) -> String {
        var state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        func next(_ bound: UInt64) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int((state >> 20) % bound)
        }
        return (0..<count).map { _ in String((0...(2 + next(4))).map { _ in letters[next(UInt64(letters.count))] }) }
            .joined(separator: " ")
    }

    private static let letters = Array("ابتثجحخدذرزسشصضطظعغفقكلمنهوي")
}
