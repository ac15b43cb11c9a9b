internal import CLibXML2

/// An XPath 1.0 expression that is to select elements, tried before there is a page.
package enum XPathExpression {
    /// What is wrong with an expression, as in "a predicate that makes no sense at character 8"; `nil` when nothing is.
    package static func fault(in expression: String) -> String? {
        prepareLibXML()
        let options = HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NONET.rawValue
        guard let tree = htmlReadMemory(page, Int32(page.utf8.count), nil, "UTF-8", Int32(options)) else {
            return "there is no memory for it"
        }
        defer { xmlFreeDoc(tree) }
        guard let context = xmlXPathNewContext(tree) else { return "there is no memory for it" }
        defer { xmlXPathFreeContext(context) }
        context.pointee.error = ignoreComplaint
        guard let result = xmlXPathEvalExpression(expression, context) else {
            return complaint(context.pointee.lastError, about: expression)
        }
        defer { xmlXPathFreeObject(result) }
        guard result.pointee.type == XPATH_NODESET else { return "it gives a value, not elements" }
        return selectsNoElements(expression) ? "it selects attributes or text, not elements" : nil
    }

    /// Something of what expressions ask for: a predicate that no element reaches is not evaluated.
    private static let page = """
        <html><body><header><h1>a</h1></header><nav><ul><li><a href='a'>a</a></li></ul></nav><main><article>
        <section><div id='a' class='a'><h2>a</h2><p><span>a</span><img src='a'></p><div>a</div></div></section>
        <figure>a</figure><table><tr><td>a</td></tr></table></article></main><aside>a</aside><footer>a</footer>
        """

    private static func complaint(_ error: xmlError, about expression: String) -> String {
        let words =
            switch xmlParserErrors(UInt32(bitPattern: error.code)) {
            case XML_XPATH_UNFINISHED_LITERAL_ERROR: "a quotation mark without its other"
            case XML_XPATH_INVALID_PREDICATE_ERROR: "a predicate that makes no sense"
            case XML_XPATH_UNCLOSED_ERROR: "a bracket that is not closed"
            case XML_XPATH_UNKNOWN_FUNC_ERROR: "a function that XPath 1.0 does not have"
            case XML_XPATH_UNDEF_PREFIX_ERROR: "a prefix that means nothing"
            case XML_XPATH_UNDEF_VARIABLE_ERROR: "a variable, which nothing sets"
            case XML_XPATH_INVALID_ARITY: "a function with too few or too many arguments"
            default: "an expression that makes no sense"
            }
        // The offset is in bytes, and 0 where the expression was read to its end.
        guard error.int1 > 0, let bytes = Int(exactly: error.int1), bytes < expression.utf8.count else { return words }
        return "\(words) at character \(String(decoding: expression.utf8.prefix(bytes), as: UTF8.self).count + 1)"
    }

    /// Whether the last step of a path asks for something else.
    private static func selectsNoElements(_ expression: String) -> Bool {
        guard let step = expression.split(separator: "/").last, !step.contains("]") else { return false }
        return step.hasPrefix("@") || step.hasPrefix("attribute::") || step == "text()" || step == "comment()"
    }
}

/// libxml2 would print what it finds wrong to standard error.
let ignoreComplaint: xmlStructuredErrorFunc = { _, _ in }
