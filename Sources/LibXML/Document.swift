internal import CLibXML2

/// A parsed page or feed. Owns the tree: every ``Node`` of it is valid only inside ``read(_:)``.
///
/// libxml2 gets UTF-8 only (the charset is decided before), no DTD is loaded, no entity expanded, nothing fetched.
package final class Document {
    private let tree: xmlDocPtr
    /// What the parser complained of, the first few.
    package let problems: [Problem]

    package struct Problem: Equatable, Sendable {
        package let message: String
        package let line: Int
        /// libxml2 could not go on from here as the standard says.
        package let isFatal: Bool

        package init(message: String, line: Int, isFatal: Bool) {
            self.message = message
            self.line = line
            self.isFatal = isFatal
        }
    }

    /// Problems kept per document; a page can have tens of thousands.
    package static let problemLimit = 20

    private init(tree: xmlDocPtr, problems: [Problem]) {
        self.tree = tree
        self.problems = problems
    }

    deinit {
        xmlFreeDoc(tree)
    }

    /// A page, by libxml2's HTML parser in recovery.
    ///
    /// - Parameter utf8: the page in UTF-8. Bytes that are not become U+FFFD.
    /// - Returns: `nil` when there is no tree at all, as for an empty page.
    package static func html(utf8: UnsafeBufferPointer<UInt8>) -> Document? {
        let options = HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOWARNING.rawValue
        prepareLibXML()
        guard let context = htmlNewParserCtxt() else { return nil }
        defer { htmlFreeParserCtxt(context) }
        // XML_PARSE_HUGE lifts the limit of 256 levels, after which the parser would drop the rest in silence.
        return parse(context, utf8) { start, length in
            htmlCtxtReadMemory(context, start, length, nil, "UTF-8", Int32(options | XML_PARSE_HUGE.rawValue))
        }
    }

    /// A feed, by libxml2's XML parser in recovery.
    ///
    /// - Parameter utf8: the document in UTF-8, whatever its declaration says.
    /// - Returns: `nil` when there is no tree at all.
    package static func xml(utf8: UnsafeBufferPointer<UInt8>) -> Document? {
        let options =
            XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_HUGE.rawValue
            | XML_PARSE_NOWARNING.rawValue
        prepareLibXML()
        guard let context = xmlNewParserCtxt() else { return nil }
        defer { xmlFreeParserCtxt(context) }
        return parse(context, utf8) { start, length in
            xmlCtxtReadMemory(context, start, length, nil, "UTF-8", Int32(options))
        }
    }

    private static func parse(
        _ context: xmlParserCtxtPtr, _ utf8: UnsafeBufferPointer<UInt8>,
        read: (UnsafePointer<CChar>, Int32) -> xmlDocPtr?
    ) -> Document? {
        guard let start = utf8.baseAddress, let length = Int32(exactly: utf8.count), length > 0 else { return nil }
        let collector = ProblemCollector()
        rasid_xml_set_error_handler(context, collectProblem, Unmanaged.passUnretained(collector).toOpaque())
        let tree = start.withMemoryRebound(to: CChar.self, capacity: utf8.count) { read($0, length) }
        return withExtendedLifetime(collector) {
            tree.map { Document(tree: $0, problems: collector.problems) }
        }
    }

    /// Gives the root element, or `nil` when there is none, and keeps the tree alive meanwhile. No ``Node`` may
    /// leave `body`.
    package func read<Result>(_ body: (Node?) throws -> Result) rethrows -> Result {
        try withExtendedLifetime(self) {
            try body(xmlDocGetRootElement(tree).map(Node.init(pointer:)))
        }
    }

    /// The elements an XPath expression selects, in document order. For the hints of feeds.yaml; too slow for more.
    ///
    /// - Returns: `nil` when the expression is no XPath or selects no nodes but a value.
    package func elements(xpath: String) -> [Node]? {
        guard let context = xmlXPathNewContext(tree) else { return nil }
        defer { xmlXPathFreeContext(context) }
        context.pointee.error = ignoreComplaint
        guard let result = xmlXPathEvalExpression(xpath, context) else { return nil }
        defer { xmlXPathFreeObject(result) }
        guard result.pointee.type == XPATH_NODESET else { return nil }
        guard let set = result.pointee.nodesetval, let table = set.pointee.nodeTab else { return [] }
        return (0..<Int(set.pointee.nodeNr)).compactMap { index in
            guard let pointer = table[index], pointer.pointee.type == XML_ELEMENT_NODE else { return nil }
            return Node(pointer: pointer)
        }
    }
}

/// Gathers complaints of one parse. Used by one thread, the one that parses.
private final class ProblemCollector {
    var problems: [Document.Problem] = []
}

/// libxml2's structured error handler. `context` is the parser context, its `_private` the collector.
private let collectProblem: xmlStructuredErrorFunc = { context, error in
    guard let context, let error else { return }
    let parser = context.assumingMemoryBound(to: xmlParserCtxt.self)
    guard let unmanaged = parser.pointee._private else { return }
    let collector = Unmanaged<ProblemCollector>.fromOpaque(unmanaged).takeUnretainedValue()
    guard collector.problems.count < Document.problemLimit else { return }
    let message = error.pointee.message.map { String(cString: $0) } ?? "unknown problem"
    collector.problems.append(
        Document.Problem(
            message: message.split(whereSeparator: \.isNewline).joined(separator: " "),
            line: Int(error.pointee.line),
            isFatal: error.pointee.level == XML_ERR_FATAL))
}
