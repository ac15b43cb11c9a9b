import LibXML
import Testing

@Suite("The guard before the HTML parser")
struct HTMLGuardTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let page: String
        let markup: String
        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "text and tags stay", page: "<p class=\"a\">x &amp; y</p>", markup: "<p class=\"a\">x &amp; y</p>"),
        Case(name: "attributes nobody reads go", page: "<p data-x='1' id=q>x</p>", markup: "<p id=\"q\">x</p>"),
        Case(
            name: "a quote inside the other kind of quotes", page: "<p title='a \"b\"'>x",
            markup: "<p title='a \"b\"'>x"),
        Case(name: "scripts go", page: "a<script>if (a<b) { '<p>' }</script>b", markup: "ab"),
        Case(
            name: "a script in a comment in a script", page: "a<script><!-- <script>x</script> --></script>b",
            markup: "ab"),
        Case(name: "a script with a comment only", page: "a<script><!-- x --></script>b", markup: "ab"),
        Case(name: "upper case", page: "a<SCRIPT>x</SCRIPT >b<STYLE>y</STYLE>", markup: "ab"),
        Case(name: "comments", page: "a<!-- <p> > -- -->b<!-->c<!---->d", markup: "abcd"),
        Case(name: "a comment that never ends", page: "a<!-- b", markup: "a b"),
        Case(name: "declarations", page: "<!DOCTYPE html><?xml x?><![if !IE]>a", markup: "a"),
        Case(name: "a less-than sign", page: "a < b <3", markup: "a &lt; b &lt;3"),
        Case(name: "drawings in drawings", page: "a<svg><svg><text>x</text></svg></svg>b", markup: "ab"),
        Case(name: "an empty drawing", page: "a<svg/>b", markup: "ab"),
        Case(name: "a drawing that never ends", page: "a<svg>b", markup: "ab"),
        Case(name: "a template", page: "a<template><p>x</p></template>b", markup: "ab"),
        Case(
            name: "a template that is shown", page: "<template shadowrootmode=open>x</template>",
            markup: "<template shadowrootmode=\"open\">x</template>"),
        Case(name: "NUL", page: "a\0b", markup: "ab"),
        Case(name: "a quote that never ends", page: "<p class=\"a>b</p>", markup: "<p class='\"a'>b</p>"),
        Case(name: "a tag that never ends", page: "<div <p>x", markup: "<div><p>x"),
        Case(name: "cut in a tag", page: "x<p cla", markup: "x<p>"),
    ]

    @Test("leaves what holds text", arguments: cases)
    func leavesText(_ c: Case) {
        #expect(HTMLGuardTests.markup(c.page) == c.markup)
    }

    @Test("linked data is handed over as it stands")
    func linkedData() {
        let page = Array(
            "<script type='application/ld+json; charset=utf-8'>{\"a\": 1}</script><script>{}</script>".utf8)
        let guarded = page.withUnsafeBufferPointer { HTMLGuard($0) }
        #expect(guarded.linkedData.map { String(decoding: $0, as: UTF8.self) } == ["{\"a\": 1}"])
        #expect(guarded.markup.isEmpty)
    }

    @Test("a tag has as many attributes as are worth reading")
    func manyAttributes() {
        let attributes = (0..<40_000).map { " id\($0)=x id=y" }.joined()
        let markup = HTMLGuardTests.markup("<p\(attributes)>x</p>")
        #expect(markup.utf8.count < 1000)
        #expect(markup.hasSuffix(">x</p>"))
    }

    @Test("guarding twice is guarding once", arguments: cases)
    func idempotent(_ c: Case) {
        #expect(HTMLGuardTests.markup(c.markup) == c.markup)
    }

    @Test("every attribute, when hints may ask for it")
    func everyAttribute() {
        let page = Array("<p data-x='1' id=q>x</p>".utf8)
        let guarded = page.withUnsafeBufferPointer { HTMLGuard($0, keepsEveryAttribute: true) }
        #expect(String(decoding: guarded.markup, as: UTF8.self) == "<p data-x=\"1\" id=\"q\">x</p>")
    }

    @Test("no more markup than a tree may be built of")
    func limit() {
        let markup = HTMLGuardTests.markup(String(repeating: "<p>x</p>", count: HTMLGuard.markupLimit / 4))
        #expect(markup.utf8.count <= HTMLGuard.markupLimit + 8)
    }

    static func markup(_ page: String) -> String {
        let bytes = Array(page.utf8)
        return String(decoding: bytes.withUnsafeBufferPointer { HTMLGuard($0) }.markup, as: UTF8.self)
    }
}
