package import NewsModel

/// What somebody looks for. Any text is a query; nothing in it is an error.
///
///     قمة "كوريا الشمالية" -رياضة OR اقتصاد  source:الجزيرة feed:bbc tag:سياسة since:7d until:2026-09-01 لقاح*
///
/// All words must be there, in title, text, tags or authors; quoted words in that order; `OR` joins its neighbours, `-`
/// leaves out. A known name before a colon filters. `*` behind a word of three letters or more finds what begins so.
package struct SearchQuery: Sendable, Equatable {
    package enum Term: Sendable, Equatable {
        /// A word, or several in this order.
        case phrase(String)
        case prefix(String)
    }

    /// Each group must match; a group does when one of its terms does.
    package var groups: [[Term]] = []
    package var excluded: [Term] = []
    package var sources: [String] = []
    package var tags: [String] = []
    package var feeds: [String] = []
    package var since: Timestamp?
    package var until: Timestamp?
    /// By time alone, not by relevance and time.
    package var isNewestFirst = false

    /// Nothing to search for: lists the newest.
    package init() {}

    /// - Parameter now: what `since:7d` counts from.
    package init(_ text: String, now: Timestamp) {
        var joinsNext = false
        for token in SearchToken.joined(SearchToken.tokens(in: text)) {
            if token.isOr {
                joinsNext = !groups.isEmpty
                continue
            }
            add(token, joins: joinsNext, now: now)
            joinsNext = false
        }
    }

    private mutating func add(_ token: SearchToken, joins: Bool, now: Timestamp) {
        if let key = token.key, filter(key, token.text, now: now) { return }
        guard let term = token.term, groups.count + excluded.count < SearchQuery.mostTerms else { return }
        if token.isNegative {
            excluded.append(term)
        } else if joins, let last = groups.indices.last {
            groups[last].append(term)
        } else {
            groups.append([term])
        }
    }

    /// A term more than this is not looked for.
    private static let mostTerms = 32

    /// Whether `key` is a filter and `value` makes sense to it.
    private mutating func filter(_ key: String, _ value: String, now: Timestamp) -> Bool {
        switch key {
        case "source": sources.append(value)
        case "tag": tags.append(value)
        case "feed": feeds.append(value)
        case "since":
            guard let time = SearchTime.since(value, now: now) else { return false }
            since = time
        case "until":
            guard let time = SearchTime.until(value, now: now) else { return false }
            until = time
        default: return false
        }
        return true
    }
}

/// Times as people type them.
package enum SearchTime {
    /// `90m`, `24h`, `7d`, `2w` before `now`; `2026-09-01` from its midnight UTC on; RFC 3339. `nil` for anything else.
    package static func since(_ text: String, now: Timestamp) -> Timestamp? {
        ago(text).map { now - $0 } ?? PublicationDate(rfc3339: text)?.timestamp
    }

    /// The same, but a day counts to its end.
    package static func until(_ text: String, now: Timestamp) -> Timestamp? {
        if let age = ago(text) { return now - age }
        guard let date = PublicationDate(rfc3339: text) else { return nil }
        return date.precision == .day ? date.timestamp + .seconds(86_399) : date.timestamp
    }

    private static func ago(_ text: String) -> Duration? {
        guard let unit = text.last.flatMap({ units[$0] }), let count = Int(text.dropLast()),
            (0...100_000).contains(count)
        else { return nil }
        return .seconds(count * unit)
    }

    private static let units: [Character: Int] = ["m": 60, "h": 3600, "d": 86_400, "w": 604_800]
}
