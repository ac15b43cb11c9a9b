/// What one robots.txt says to one robot: the rules of the groups that name it, else those of `*`.
///
/// Source: RFC 9309 section 2.2; `Crawl-delay` is no part of it, but widely written and meant.
package struct RobotsRules: Equatable, Sendable {
    /// Bytes of a robots.txt that are read (RFC 9309 section 2.5 demands at least these).
    package static let longest = 500 * 1024

    /// Time between two requests, as written.
    package let crawlDelay: Duration?
    private let rules: [Rule]

    private struct Rule: Equatable, Sendable {
        let pattern: RobotsPattern
        let isAllowed: Bool
    }

    /// No rule at all.
    package static let allowAll = RobotsRules(Group())

    /// - Parameter robot: the product token, `rasid`; upper and lower case do not matter.
    package static func parse(_ bytes: [UInt8], for robot: String) -> RobotsRules {
        let named = Array(robot.lowercased().utf8)
        var own: Group?
        var everyone = Group()
        var names: [[UInt8]] = []
        var isReadingNames = false
        for (key, value) in lines(bytes) {
            if key == Key.userAgent {
                if !isReadingNames { names = [] }
                isReadingNames = true
                names.append(productToken(value))
                if names.last == named { own = own ?? Group() }
                continue
            }
            guard key != Key.other else { continue }
            isReadingNames = false
            if names.contains(named) { own?.add(key, value) }
            if names.contains([0x2A]) { everyone.add(key, value) }
        }
        return RobotsRules(own ?? everyone)
    }

    private init(_ group: Group) {
        rules = group.rules
        crawlDelay = group.crawlDelay
    }

    /// Whether the robot may ask for `target`, the path and query of a URL. The longest rule that matches decides,
    /// of two equally long ones that which allows. robots.txt itself is always allowed.
    package func allows(_ target: String) -> Bool {
        guard !rules.isEmpty, target != "/robots.txt" else { return true }
        let path = robotsSpelling(target.utf8)
        var best: Rule?
        for rule in rules where rule.pattern.length >= best?.pattern.length ?? 0 && rule.pattern.matches(path) {
            let isBetter = rule.pattern.length > best?.pattern.length ?? -1 || rule.isAllowed
            if isBetter { best = rule }
        }
        return best?.isAllowed ?? true
    }

    /// The rules as a robots.txt of one group, which reads back as the same.
    var text: String {
        var lines = ["User-agent: *"]
        if let crawlDelay { lines.append("Crawl-delay: \(crawlDelay / .seconds(1))") }
        for rule in rules { lines.append("\(rule.isAllowed ? "Allow" : "Disallow"): \(rule.pattern.text)") }
        return lines.joined(separator: "\n")
    }

    /// Bytes these rules take in memory, roughly.
    var weight: Int {
        rules.reduce(128) { $0 + $1.pattern.length + 96 }
    }
}

extension RobotsRules {
    private enum Key {
        case userAgent, allow, disallow, crawlDelay, other
    }

    private struct Group {
        var rules: [Rule] = []
        var crawlDelay: Duration?

        mutating func add(_ key: Key, _ value: ArraySlice<UInt8>) {
            switch key {
            case .allow, .disallow:
                // An empty rule says nothing: "Disallow:" alone allows all.
                guard !value.isEmpty else { return }
                rules.append(Rule(pattern: RobotsPattern(value), isAllowed: key == .allow))
            case .crawlDelay:
                guard let seconds = Double(String(decoding: value, as: UTF8.self)), seconds > 0, seconds.isFinite
                else { return }
                crawlDelay = max(crawlDelay ?? .zero, .seconds(min(seconds, 86_400)))
            case .userAgent, .other:
                return
            }
        }
    }

    /// The lines that mean something, comments and blanks taken away.
    private static func lines(_ bytes: [UInt8]) -> [(Key, ArraySlice<UInt8>)] {
        var text = bytes.prefix(longest)
        if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
        return text.split { $0 == 0x0A || $0 == 0x0D }.compactMap { line in
            let content = line.prefix { $0 != 0x23 }
            guard let colon = content.firstIndex(of: 0x3A) else { return nil }
            return (key(withoutBlanks(content[..<colon])), withoutBlanks(content[(colon + 1)...]))
        }
    }

    private static func key(_ name: ArraySlice<UInt8>) -> Key {
        guard name.count <= 16 else { return .other }
        switch String(decoding: name, as: UTF8.self).lowercased() {
        case "user-agent", "useragent": return .userAgent
        case "allow": return .allow
        case "disallow": return .disallow
        case "crawl-delay": return .crawlDelay
        default: return .other
        }
    }

    /// The name at the beginning of `Rasid/1.0 (…)`, in lower case: letters, `-` and `_`; or `*`.
    private static func productToken(_ value: ArraySlice<UInt8>) -> [UInt8] {
        if value.first == 0x2A { return [0x2A] }
        return value.prefix { (0x41...0x5A).contains($0 & 0xDF) || $0 == 0x2D || $0 == 0x5F }
            .map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }

    private static func withoutBlanks(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0 }
        guard let first = bytes.firstIndex(where: { !isBlank($0) }), let last = bytes.lastIndex(where: { !isBlank($0) })
        else { return [] }
        return bytes[first...last]
    }
}
