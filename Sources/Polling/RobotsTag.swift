import Fetching

/// What a page's header asks of robots, beside what its markup does.
enum RobotsTag {
    /// Lower case, in order, each once: `noarchive`, `noai`. What is addressed to another robot by name is left out.
    ///
    /// Source: the `X-Robots-Tag` field as search engines document it: rules with commas between, `robot: rule` for one
    /// robot. Rules with a value of their own (`max-snippet: 20`, `unavailable_after: …`) are kept whole.
    static func signals(_ headers: HeaderFields) -> [String] {
        var seen: Set<String> = []
        return headers.values("x-robots-tag").flatMap(signals(inLine:)).filter { seen.insert($0).inserted }
            .prefix(mostSignals).map { $0 }
    }

    private static func signals(inLine line: String) -> [String] {
        var isOurs = true
        return line.lowercased().utf8.split(separator: 0x2C).compactMap { part in
            var words = part.split(separator: 0x3A, maxSplits: 1).map { trimmed(String(decoding: $0, as: UTF8.self)) }
            if words.count == 2, !valued.contains(words[0]) {
                isOurs = ours.contains(words[0])
                words.removeFirst()
            }
            let signal = words.joined(separator: ": ")
            return isOurs && !signal.isEmpty && signal.utf8.count <= longestSignal ? signal : nil
        }
    }

    /// Rules that have a value after a colon.
    private static let valued: Set = ["unavailable_after", "max-snippet", "max-image-preview", "max-video-preview"]
    /// Names by which we are meant: our own, and all.
    private static let ours: Set = ["rasid", "robots", "*"]
    private static let mostSignals = 20
    private static let longestSignal = 100

    private static func trimmed(_ text: String) -> String {
        let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
        let bytes = text.utf8.drop(while: isBlank)
        guard let last = bytes.lastIndex(where: { !isBlank($0) }) else { return "" }
        return String(decoding: bytes[...last], as: UTF8.self)
    }
}
