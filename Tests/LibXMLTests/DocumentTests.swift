import LibXML
import Testing

@Suite("Trees of markup")
struct DocumentTests {
    /// Reads something off the tree of a page.
    static func html<Result>(_ text: String, _ read: (Node) -> Result) -> Result? {
        let bytes = Array(text.utf8)
        let document = bytes.withUnsafeBufferPointer { Document.html(utf8: $0) }
        return document?.read { $0.map(read) }
    }

    static func xml<Result>(_ text: String, _ read: (Node) -> Result) -> Result? {
        let bytes = Array(text.utf8)
        let document = bytes.withUnsafeBufferPointer { Document.xml(utf8: $0) }
        return document?.read { $0.map(read) }
    }

    @Test("nothing gives no tree, white space a tree without root")
    func nothing() {
        #expect(DocumentTests.html("") { _ in true } == nil)
        #expect(DocumentTests.html(" \n") { _ in true } == nil)
        #expect(DocumentTests.xml("") { _ in true } == nil)
    }

    @Test("text in document order")
    func text() {
        #expect(DocumentTests.html("<p>a<b>b</b>c</p><p>d") { $0.text } == "abcd")
    }

    @Test("invalid bytes are replaced one by one, the rest stays UTF-8")
    func invalidBytes() {
        let bytes = Array("<p>قبل ".utf8) + [0xFF] + Array(" بعد</p>".utf8)
        let document = bytes.withUnsafeBufferPointer { Document.html(utf8: $0) }
        let text = document?.read { $0?.text } ?? nil
        #expect(text?.hasPrefix("قبل ") == true)
        #expect(text?.hasSuffix(" بعد") == true)
    }

    @Test("a page nested deeper than libxml2's own limit is whole")
    func depth() {
        let page = String(repeating: "<div>", count: 5000) + "deep"
        #expect(DocumentTests.html(page) { $0.text } == "deep")
    }

    @Test("no entity is expanded and no file read")
    func entities() {
        let attack = "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/hostname'><!ENTITY y 'yes'>]><r>a&x;&y;b</r>"
        #expect(DocumentTests.xml(attack) { $0.text } == "ab")
    }

    @Test("attributes by name and by namespace")
    func attributes() {
        let feed = "<r xmlns:x='urn:x' a='1' x:a='2' e='&lt;&amp;'/>"
        #expect(DocumentTests.xml(feed) { $0.attribute("a") } == "1")
        #expect(DocumentTests.xml(feed) { $0.attribute("a", namespace: "urn:x") } == "2")
        #expect(DocumentTests.xml(feed) { $0.attribute("e") } == "<&")
        #expect(DocumentTests.xml(feed) { $0.attribute("b") ?? "none" } == "none")
        #expect(DocumentTests.xml(feed) { $0.attributes.map(\.value) } == ["1", "2", "<&"])
    }

    @Test("attributes without a copy are the same attributes")
    func attributeBytes() {
        var seen: [String] = []
        _ = DocumentTests.html("<p id=a class='b &amp; c' hidden>x") { root in
            root.forEachDescendant { node in
                node.forEachAttribute { name, value in
                    seen.append("\(String(decoding: name, as: UTF8.self))=\(String(decoding: value, as: UTF8.self))")
                }
                return true
            }
        }
        #expect(seen == ["id=a", "class=b & c", "hidden="])
    }

    @Test("a visit that does not go inside goes on beside")
    func visiting() {
        var names: [String] = []
        _ = DocumentTests.html("<div><ul><li>1</li></ul><p>2</p></div>") { root in
            root.forEachDescendant { node in
                if node.isElement { names.append(node.name) }
                return !node.isNamed("ul")
            }
        }
        #expect(names == ["body", "div", "ul", "p"])
    }

    @Test("a problem tells where it is, and there are not too many")
    func problems() {
        let bytes = Array(("<r>\n<a>" + String(repeating: "&x;", count: 500)).utf8)
        let document = bytes.withUnsafeBufferPointer { Document.xml(utf8: $0) }
        #expect(document?.problems.count == Document.problemLimit)
        #expect(document?.problems.first?.line == 2)
    }

    struct Path: Sendable, CustomTestStringConvertible {
        let expression: String
        let texts: [String]?
        var testDescription: String { expression }
    }

    static let paths = [
        Path(expression: "//p", texts: ["1", "2"]),
        Path(expression: "//p[@class='x']", texts: ["2"]),
        Path(expression: "//section", texts: []),
        Path(expression: "//p/text()", texts: []),
        Path(expression: "//p[", texts: nil),
        Path(expression: "count(//p)", texts: nil),
        Path(expression: "", texts: nil),
    ]

    @Test("elements by XPath", arguments: paths)
    func xpath(_ c: Path) {
        let bytes = Array("<p>1</p><p class=x>2</p>".utf8)
        let document = bytes.withUnsafeBufferPointer { Document.html(utf8: $0) }
        let texts = document?.read { _ in document?.elements(xpath: c.expression)?.map(\.text) } ?? nil
        #expect(texts == c.texts)
    }

    @Test("a document may outlive its bytes")
    func ownsItsText() {
        var document: Document?
        do {
            let bytes = Array("<p>still here</p>".utf8)
            document = bytes.withUnsafeBufferPointer { Document.html(utf8: $0) }
        }
        #expect(document?.read { $0?.text } == "still here")
    }
}
