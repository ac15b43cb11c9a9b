import LibXML
import NewsModel

extension Scalar where Value == String {
    /// Texts that stand in the file as they are.
    init(_ allowed: String, parse: @escaping @Sendable (String) throws(Refusal) -> String) {
        self.init(allowed: allowed, written: { $0 }, parse: parse)
    }

    /// One line of text, up to `most` characters, for people or for comparison.
    static func text(_ what: String, atMost most: Int = 200) -> Scalar {
        Scalar("\(what), one line of 1 to \(most) characters") { text throws(Refusal) in
            guard !text.isEmpty else { throw Refusal() }
            guard text.count <= most else { throw Refusal(found: "\(text.count) characters") }
            guard !text.unicodeScalars.contains(where: isLineBreakOrControl) else { throw Refusal() }
            return text
        }
    }

    /// An XPath 1.0 expression that selects elements of a page.
    static let xpath = Scalar("an XPath expression, one line of 1 to 2000 characters") { text throws(Refusal) in
        let expression = try Scalar.text("an XPath expression", atMost: 2_000).parse(text)
        if let fault = XPathExpression.fault(in: expression) { throw Refusal(hint: fault) }
        return expression
    }

    /// A path, still as written: relative to the directory of the file that names it.
    static func path(_ what: String) -> Scalar {
        Scalar("the path of \(what)") { text throws(Refusal) in
            guard !text.hasPrefix("~") else { throw Refusal(hint: "~ is not expanded: write the directory in full") }
            guard (1...4_000).contains(text.utf8.count), !text.unicodeScalars.contains(where: isLineBreakOrControl)
            else { throw Refusal() }
            return text
        }
    }

    /// What may go into a header of a request: printable ASCII.
    static func headerText(_ what: String) -> Scalar {
        Scalar("\(what), 1 to 200 printable ASCII characters") { text throws(Refusal) in
            guard (1...200).contains(text.utf8.count), text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else {
                throw Refusal()
            }
            return text
        }
    }

    /// Who can be asked about this client; it stands between brackets in the User-Agent.
    static var contact: Scalar {
        Scalar("the URL of a page about this client or a mail address, printable ASCII without brackets") {
            text throws(Refusal) in
            guard text.utf8.count <= 200, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), !text.contains("("),
                !text.contains(")")
            else { throw Refusal() }
            if text.contains("://") { return try Scalar.webAddress("a page").parse(text) }
            let parts = text.split(separator: "@", omittingEmptySubsequences: false)
            guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), parts[1].contains(".") else { throw Refusal() }
            return text
        }
    }

    /// A language of articles.
    static var language: Scalar {
        Scalar("a language code of two or three small letters such as ar, en, fa") {
            text throws(Refusal) in
            guard (2...3).contains(text.utf8.count), text.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else {
                let primary = text.lowercased().prefix { ("a"..."z").contains($0) }
                throw Refusal(hint: (2...3).contains(primary.count) ? "write \(primary)" : nil)
            }
            return text
        }
    }
}

extension Scalar where Value == FeedID {
    static var feedName: Scalar {
        Scalar(allowed: "1 to 64 characters of a-z 0-9 . _ - that do not begin with a dot", written: \.name) {
            text throws(Refusal) in
            guard let id = FeedID(text) else {
                let words = text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
                let proposal = FeedID(words.joined(separator: "-"))
                throw Refusal(hint: proposal.map { "\($0) would do" } ?? "text in any script goes into title")
            }
            return id
        }
    }
}

private func isLineBreakOrControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
}
