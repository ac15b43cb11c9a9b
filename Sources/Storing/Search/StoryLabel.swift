import NewsText

/// The headline that says best what a story is about: the one whose words most of the other headlines have as well, so
/// that neither an early guess nor one outlet's own angle stands over all reports.
enum StoryLabel {
    /// Headlines that are looked at.
    private static let most = 64

    /// Of equally good headlines the first; `nil` when there is none.
    static func best(of titles: [String]) -> String? {
        let titles = titles.prefix(most).filter { !$0.isEmpty }
        let words = titles.map { terms(of: $0) }
        var bearing: [String: Int] = [:]
        for term in words.joined() { bearing[term, default: 0] += 1 }
        var best: (title: String, worth: Double)?
        for (title, words) in zip(titles, words) where !words.isEmpty {
            let common = words.reduce(0) { $0 + (bearing[$1] ?? 1) - 1 }
            // A long headline has more words in common with any other.
            let worth = Double(common) / Double(words.count + StoryLabel.shortTitle).squareRoot()
            if best.map({ worth > $0.worth }) ?? true { best = (title, worth) }
        }
        return best?.title ?? titles.first
    }

    /// Words below which a headline's shortness is no merit.
    private static let shortTitle = 4

    private static func terms(of title: String) -> Set<String> {
        var title = title
        var terms: Set<String> = []
        title.withUTF8 { utf8 in
            SearchTerms.terms(of: utf8) { term, _ in
                if term.count > 4 { terms.insert(String(decoding: term, as: UTF8.self)) }
            }
        }
        return terms
    }
}
