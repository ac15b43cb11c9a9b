internal import NewsModel

/// Parts of the page that are not the story, by tag or by the page's own class names.
struct Areas {
    struct Verdict {
        let reason: Removal.Reason
        let rule: StaticString
        /// The word is used for other things too: the element must also be made like a box.
        var needsProof = false
        /// Text with a smaller share of its letters in links is something else.
        var leastLinks: Double?
        /// Letters of prose that need no links.
        var proseWithoutLinks = 1.0
        /// A part of a story's head or foot, never a whole story.
        var isMinor = false
    }

    /// For each element the verdict on it or on the outermost element around it; `nil` where the story may stand.
    private(set) var verdicts: [Verdict?]

    /// - Parameters:
    ///   - trustsCues: `false` for a second look at a page whose class names mislead.
    ///   - headline: the element of the headline; what readers wrote and other stories come after the story.
    ///   - removed: elements that feeds.yaml says are not the story.
    init(_ page: Page, trustsCues: Bool, headline: Int? = nil, removed: Set<Int> = []) {
        verdicts = Array(repeating: nil, count: page.elements.count)
        let configured = Verdict(reason: .configured, rule: "remove of feeds.yaml")
        if !removed.isEmpty { mark(page) { index, _ in removed.contains(index) ? configured : nil } }
        let all = Weights(page)
        let top = headline.map { page.blockRange($0).upperBound } ?? 0
        // Comments can outweigh the story, so they go first, and what is left is the measure for the rest.
        mark(page) { index, element in
            guard let found = Areas.verdict(on: element, Areas.first, isLarge: { true }),
                // Many that are called comments, one in the other, are comments.
                trustsCues || found.reason == .comment && top > 0 && all.holdsComments(index),
                all.mayExclude(index, found.reason, below: top)
            else { return nil }
            return found
        }
        let marked = verdicts
        let story = Weights(page) { marked[$0] != nil }
        let misleading = trustsCues ? Areas.misleading(page, story) : []
        mark(page) { index, element in
            guard
                let found = Areas.verdict(onTag: element.tag)
                    ?? (trustsCues
                        ? Areas.verdict(on: element, Areas.rest, without: misleading) {
                            story.prose(in: index) > 0.12 * story.total
                        } : nil),
                story.mayExclude(index, found.reason, below: top), !found.needsProof || story.looksLikeBox(index),
                Areas.hasLinks(index, found, story),
                element.tag != .figure || !Areas.holdsText(page, index)
            else { return nil }
            return found
        }
    }

    private static func hasLinks(_ index: Int, _ verdict: Verdict, _ weights: Weights) -> Bool {
        guard let least = verdict.leastLinks else { return true }
        return weights.linkShare(in: index) > least || weights.prose(in: index) < verdict.proseWithoutLinks
    }

    /// Quotations, tables and code are set as figures too.
    private static func holdsText(_ page: Page, _ figure: Int) -> Bool {
        (figure..<Int(page.elements[figure].end)).prefix(200).contains { index in
            switch page.elements[index].tag {
            case .blockquote, .table, .pre, .ul, .ol: true
            default: false
            }
        }
    }

    /// Words for small parts that here are said of much of the text: every paragraph below the third has the class
    /// `paywall`.
    private static func misleading(_ page: Page, _ weights: Weights) -> Cues {
        let small: [Cues] = [.share, .follow, .notice, .copyright, .tags, .byline, .date, .footer]
        var misleading: Cues = []
        for cue in small {
            var prose = 0.0
            var index = 0
            while index < page.elements.count {
                let element = page.elements[index]
                guard element.cues.contains(cue), element.tag != .html, element.tag != .body else {
                    index += 1
                    continue
                }
                if weights.prose(in: index) < 0.4 * weights.total { prose += weights.prose(in: index) }
                index = Int(element.end)
            }
            if prose > 0.4 * weights.total { misleading.insert(cue) }
        }
        return misleading
    }

    private mutating func mark(_ page: Page, _ judge: (Int, Page.Element) -> Verdict?) {
        var index = 0
        while index < page.elements.count {
            let element = page.elements[index]
            if let found = verdicts[index] ?? judge(index, element) {
                let end = Int(element.end)
                for inner in index..<end { verdicts[inner] = found }
                index = end
            } else {
                index += 1
            }
        }
    }

    private static func verdict(
        on element: Page.Element, _ table: [(Cues, Verdict)], without misleading: Cues = [], isLarge: () -> Bool
    ) -> Verdict? {
        guard !element.cues.isEmpty else { return nil }
        switch element.tag {
        case .html, .body, .main, .article, .tr, .td, .th, .tbody, .table: return nil
        default: break
        }
        for (cue, verdict) in table where element.cues.contains(cue) && !misleading.contains(cue) {
            if verdict.needsProof || verdict.isMinor, element.cues.contains(.storyBody), isLarge() { continue }
            if cue == .teaser, element.cues.contains(.standfirst) { continue }
            return verdict
        }
        return nil
    }

    private static func verdict(onTag tag: Tag) -> Verdict? {
        switch tag {
        case .nav, .menu: Verdict(reason: .navigation, rule: "nav element")
        case .footer: Verdict(reason: .navigation, rule: "footer element")
        case .aside: Verdict(reason: .widget, rule: "aside element")
        case .button: Verdict(reason: .widget, rule: "button")
        case .form, .dialog, .fieldset: Verdict(reason: .widget, rule: "form")
        case .figure, .figcaption: Verdict(reason: .caption, rule: "figure")
        case .address: Verdict(reason: .byline, rule: "address element")
        default: nil
        }
    }

    private static let first: [(Cues, Verdict)] = [
        (.hidden, Verdict(reason: .widget, rule: "hidden")),
        (.comment, Verdict(reason: .comment, rule: "class: comments")),
    ]

    /// In this order: what a class names first decides.
    private static let rest: [(Cues, Verdict)] = [
        (
            .related,
            Verdict(reason: .relatedItem, rule: "class: related", leastLinks: 0, proseWithoutLinks: 80)
        ),
        (
            .advertisement,
            Verdict(reason: .advertisement, rule: "class: advertisement", leastLinks: 0, proseWithoutLinks: 80)
        ),
        (.teaser, Verdict(reason: .relatedItem, rule: "class: teaser", leastLinks: 0.15)),
        (.share, Verdict(reason: .share, rule: "class: share", isMinor: true)),
        (.follow, Verdict(reason: .follow, rule: "class: subscription", isMinor: true)),
        (.notice, Verdict(reason: .widget, rule: "class: notice", isMinor: true)),
        (.navigation, Verdict(reason: .navigation, rule: "class: navigation", needsProof: true)),
        (.footer, Verdict(reason: .navigation, rule: "class: footer", isMinor: true)),
        (.caption, Verdict(reason: .caption, rule: "class: caption", isMinor: true)),
        (.media, Verdict(reason: .caption, rule: "class: player or gallery", isMinor: true)),
        (.aside, Verdict(reason: .widget, rule: "class: aside", isMinor: true)),
        (.widget, Verdict(reason: .widget, rule: "class: widget", needsProof: true)),
        (.copyright, Verdict(reason: .copyright, rule: "class: copyright", isMinor: true)),
        (.tags, Verdict(reason: .tags, rule: "class: tags", leastLinks: 0.3, isMinor: true)),
        (.byline, Verdict(reason: .byline, rule: "class: byline", isMinor: true)),
        (.date, Verdict(reason: .date, rule: "class: date", isMinor: true)),
    ]
}
