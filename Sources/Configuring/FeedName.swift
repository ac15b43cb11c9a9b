import NewsModel

/// Names of feeds, made of what is known of them.
enum FeedName {
    /// Bytes of a name that is made; a name may have more.
    static let longest = 40

    /// Letters and digits of ASCII with hyphens between, of the title where that is mostly Latin, else of the host:
    /// `Le Monde – Économie` gives `le-monde-economie`, `https://www.alquds.co.uk/feed/` gives `alquds`.
    static func proposal(title: String?, url: String) -> String {
        if let title, isMostlyLatin(title), let slug = slug(words(of: title)) { return slug }
        let host = WebLink.host(of: url) ?? ""
        return slug(telling(host)) ?? slug(words(of: host)) ?? "feed"
    }

    private static func isMostlyLatin(_ title: String) -> Bool {
        let letters = title.unicodeScalars.filter(\.properties.isAlphabetic)
        let latin = letters.count { $0.value < 0x250 }
        return latin >= 2 && latin * 2 >= letters.count
    }

    /// Runs of ASCII letters and digits in lower case, accents taken off.
    private static func words(of text: String) -> [String] {
        var words = [""]
        for scalar in text.prefix(500).unicodeScalars {
            guard let plain = plain(scalar) else {
                words.append("")
                continue
            }
            words[words.count - 1] += plain
        }
        return words.filter { !$0.isEmpty }
    }

    /// A letter without its accent, `nil` for what parts words. Apostrophes and accents of their own are nothing.
    private static func plain(_ scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "a"..."z", "0"..."9": return String(scalar)
        case "A"..."Z": return scalar.properties.lowercaseMapping
        case "'", "\u{2019}", "\u{300}"..."\u{36F}": return ""
        case "\u{C0}"..."\u{24F}": return latin[scalar.properties.lowercaseMapping]
        default: return nil
        }
    }

    /// Small Latin letters with marks, by the letters they are written as without.
    private static let latin: [String: String] = {
        let rows = [
            "a": "àáâãäåāăą", "c": "çćĉċč", "d": "ďđð", "e": "èéêëēĕėęě", "g": "ĝğġģ", "h": "ĥħ", "i": "ìíîïĩīĭįı",
            "j": "ĵ", "k": "ķ", "l": "ĺļľł", "n": "ñńņň", "o": "òóôõöøōŏő", "r": "ŕŗř", "s": "śŝşšș", "t": "ţťŧț",
            "u": "ùúûüũūŭůűų", "w": "ŵ", "y": "ýÿŷ", "z": "źżž", "ss": "ß", "ae": "æ", "oe": "œ", "th": "þ",
        ]
        return Dictionary(
            rows.flatMap { plain, letters in letters.map { (String($0), plain) } },
            uniquingKeysWith: { first, _ in first })
    }()

    /// As many words as fit, joined by hyphens.
    private static func slug(_ words: [String]) -> String? {
        var slug = ""
        for word in words {
            let longer = slug.isEmpty ? word : "\(slug)-\(word)"
            guard longer.utf8.count <= longest else { break }
            slug = longer
        }
        if slug.isEmpty { slug = String((words.first ?? "").prefix(longest)) }
        return slug.utf8.count >= 2 ? slug : nil
    }

    /// The labels of a host that tell one outlet from another: not `www` or `feeds`, not `com` or `co.uk`.
    private static func telling(_ host: String) -> [String] {
        var labels = host.split(separator: ".").map(String.init)
        // An address of numbers has no such labels.
        guard labels.count > 1, !labels.allSatisfy({ Int($0) != nil }) else { return [] }
        labels.removeLast()
        if labels.count > 1, let last = labels.last, secondLevels.contains(last) { labels.removeLast() }
        while labels.count > 1, let first = labels.first, servers.contains(first) { labels.removeFirst() }
        return labels.flatMap(words)
    }

    private static let servers: Set<String> = ["www", "www2", "m", "feeds", "feed", "rss", "xml"]
    private static let secondLevels: Set<String> = ["co", "com", "org", "net", "gov", "ac", "edu", "or", "ne", "go"]
}
