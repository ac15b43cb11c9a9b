import NewsModel
import Testing

@Suite("HTML made safe")
struct SafeHTMLTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let html: String
        let safe: String?

        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "plain text", html: "نص & <b>خبر</b>", safe: "نص &amp; <b>خبر</b>"),
        Case(name: "script and what is in it", html: "a<script>alert('</b>')</script>b", safe: "ab"),
        Case(name: "a script never closed", html: "a<script>alert(1)", safe: "a"),
        Case(name: "style and what is in it", html: "a<style>p{}</style>b", safe: "ab"),
        Case(name: "a tag hidden in another", html: "<scr<script>x</script>ipt>alert(1)", safe: "xipt&gt;alert(1)"),
        Case(
            name: "a handler", html: "<img src=\"http://n.example/a\" onerror=\"x()\">",
            safe: "<img src=\"http://n.example/a\">"),
        Case(name: "a handler behind a slash", html: "<img/onload=x()/src=http://n.example/a>", safe: "<img>"),
        Case(name: "a script for a link", html: "<a href=\"javascript:x()\">a</a>", safe: "<a>a</a>"),
        Case(
            name: "one hidden by references", html: "<a href=\"&#106;ava&#x73;cript&colon;x()\">a</a>", safe: "<a>a</a>"
        ),
        Case(name: "one hidden by a line break", html: "<a href=\"java\nscript:x()\">a</a>", safe: "<a>a</a>"),
        Case(
            name: "one hidden by an invisible sign", html: "<a href=\"\u{200B}javascript:x()\">a</a>", safe: "<a>a</a>"),
        Case(
            name: "data for a picture", html: "<img src=\"data:text/html,x\" alt=\"صورة\">", safe: "<img alt=\"صورة\">"),
        Case(name: "a style attribute", html: "<p style=\"background:url(javascript:x)\">a</p>", safe: "<p>a</p>"),
        Case(name: "a frame keeps its words", html: "a<iframe src=\"http://n.example/\">b</iframe>", safe: "ab"),
        Case(
            name: "objects, forms, links of the head",
            html: "<object data=x>a</object><form action=y><input>b</form><meta x><base href=z><link>", safe: "ab"),
        Case(name: "a class stays", html: "<p class=\"caption\" id=\"x\">a</p>", safe: "<p class=\"caption\">a</p>"),
        Case(
            name: "quotation marks in a value", html: "<a title='\"><b>'>a</a>",
            safe: "<a title=\"&quot;&gt;&lt;b&gt;\">a</a>"),
        Case(name: "an attribute twice", html: "<a title=a title=b>a</a>", safe: "<a title=\"a\">a</a>"),
        Case(
            name: "unclosed elements", html: "<ul><li>a<li>b</ul><p>c<p>d",
            safe: "<ul><li>a</li><li>b</li></ul><p>c</p><p>d</p>"),
        Case(name: "misnested elements", html: "<b><i>a</b>b</i>", safe: "<b><i>a</i></b>b"),
        Case(
            name: "an end tag does not leave its cell", html: "<table><tr><td>a</div></b></td></tr></table>",
            safe: "<table><tr><td>a</td></tr></table>"),
        Case(name: "comments and conditional comments", html: "a<!-- <b> --><!--[if IE]>x<![endif]-->b", safe: "ab"),
        Case(
            name: "references", html: "&lt;p&gt; <i>&eacute;&nbsp;&#8230;&copy 2020 &unknown;</i>",
            safe: "&lt;p&gt; <i>é\u{A0}…© 2020 &amp;unknown;</i>"),
        Case(name: "a bare sign", html: "<i>1 < 2 & 3 > 2</i>", safe: "<i>1 &lt; 2 &amp; 3 &gt; 2</i>"),
        Case(
            name: "pictures of several sizes", html: "<img srcset=\"/a.jpg 1x, javascript:x 2x\">",
            safe: "<img srcset=\"http://n.example/a.jpg 1x\">"),
        Case(name: "half a link in a set of pictures", html: "<img srcset=\"java script:x\">", safe: "<img>"),
        Case(name: "escaped twice", html: "&lt;p&gt;a&lt;/p&gt;", safe: "<p>a</p>"),
        Case(name: "markup that is spoken of", html: "the &lt;br&gt; tag", safe: "the &lt;br&gt; tag"),
        Case(
            name: "a drawing", html: "<svg><title>t</title><circle r=\"1\"/><script>x</script></svg>",
            safe: "<svg><title>t</title><circle r=\"1\"></circle></svg>"),
        Case(
            name: "the title of a pasted page", html: "<html><head><title>t</title></head><body>a</body></html>",
            safe: "a"),
        Case(name: "nothing harmless", html: "<script>x</script>", safe: nil),
    ]

    @Test("a description", arguments: cases)
    func description(_ c: Case) throws {
        let item = try rssItem("<description><![CDATA[\(c.html)]]></description>", url: "http://n.example/dir/")
        #expect(item.summary?.value == c.safe)
    }

    @Test("twice is once", arguments: cases)
    func twice(_ c: Case) throws {
        guard let safe = c.safe, !c.name.contains("spoken") else { return }
        let item = try rssItem("<description><![CDATA[\(safe)]]></description>", url: "http://n.example/dir/")
        #expect(item.summary?.value == safe)
    }

    @Test("a title holds nothing that runs, even where it is plain text")
    func titles() throws {
        #expect(try atomEntry("<title>the &lt;blink> tag</title>").title == "the <blink> tag")
        #expect(try atomEntry("<title>a&lt;script>x&lt;/script>b</title>").title == "ab")
        #expect(try atomEntry("<title>a&lt;img src=x onerror=y>b</title>").title == "ab")
        #expect(try atomEntry("<title>&lt;&lt;img a>script>x</title>").title == "script>x")
        #expect(try atomEntry("<title>&lt;/&lt;img a>script>x</title>").title == "script>x")
        #expect(try atomEntry("<title>&lt;!-- &lt;img a> --></title>").title == "<!-- -->")
        #expect(try atomEntry("<title>a&lt;/script>b&lt; script>&lt;iframe</title>").title == "ab script>")
        #expect(try rssItem("<title>a&amp;lt;img onerror=y&amp;gt;b</title>").title == "ab")
        #expect(try atomEntry("<title>a&lt;/scr&lt;/script>ipt>b</title>").title == "aipt>b")
    }

    @Test("names, categories and titles of links hold nothing that runs")
    func names() throws {
        let script = "&amp;lt;script&amp;gt;x&amp;lt;/script&amp;gt;"
        let item = try rssItem(
            """
            <author>a\(script)b</author><category domain="d">c\(script)d</category>
            <atom:category term="e&lt;script>x&lt;/script>" label="f&lt;img onerror=y>"/>
            <atom:link href="http://n.example/" title="g&lt;script>x&lt;/script>"/><atom:category term="h &lt; i"/>
            """, attributes: "xmlns:atom='http://www.w3.org/2005/Atom'")
        #expect(item.authors.map(\.name) == ["ab"])
        #expect(item.categories.map(\.term) == ["cd", "e", "h < i"])
        #expect(item.categories.map(\.label) == [nil, "f", nil])
        #expect(item.links.map(\.title) == ["g"])
    }

    @Test("a < before words is no tag, before what HTML or a value makes one it is")
    func comparisons() throws {
        #expect(try atomEntry("<title>rose &lt;by a third&gt; in May</title>").title == "rose <by a third> in May")
        #expect(try rssItem("<title>fell &amp;lt;below ten</title>").title == "fell <below ten")
        #expect(try atomEntry("<title>a &lt;input autofocus&gt; b</title>").title == "a b")
        #expect(try atomEntry("<title>a &lt;by onclick&gt; b</title>").title == "a b")
        #expect(try atomEntry("<title>a &lt;by x=y&gt; b</title>").title == "a b")
    }
}

@Suite("texts and their types")
struct TextTypeTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let content: String
        let text: Feed.RichText?

        var testDescription: String { name }
    }

    static let cases = [
        Case(
            name: "no type is plain", content: "<content>a &lt; b &lt;i></content>",
            text: Feed.RichText("a < b <i>", .text)),
        Case(name: "text", content: "<content type='text'>a</content>", text: Feed.RichText("a", .text)),
        Case(
            name: "html", content: "<content type='html'>&lt;b>a&lt;/b></content>",
            text: Feed.RichText("<b>a</b>", .html)),
        Case(
            name: "HTML's media type", content: "<content type='text/html'>&lt;b>a&lt;/b></content>",
            text: Feed.RichText("<b>a</b>", .html)),
        Case(
            name: "xhtml",
            content: "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>a<br/>&lt;b></div></content>",
            text: Feed.RichText("<div>a<br>&lt;b&gt;</div>", .xhtml)),
        Case(
            name: "xhtml with prefixes",
            content:
                "<content type='xhtml' xmlns:h='http://www.w3.org/1999/xhtml'><h:div>a<h:b>b</h:b></h:div></content>",
            text: Feed.RichText("<div>a<b>b</b></div>", .xhtml)),
        Case(
            name: "xhtml with a base inside",
            content:
                "<content type='xhtml'><div><p xml:base='http://b.example/c/'><a href='d'>a</a></p><a href='http://e.example/'>e</a></div></content>",
            text: Feed.RichText(
                "<div><p><a href=\"http://b.example/c/d\">a</a></p><a href=\"http://e.example/\">e</a></div>", .xhtml)),
        Case(
            name: "xhtml with CDATA", content: "<content type='xhtml'><div><![CDATA[<b>]]></div></content>",
            text: Feed.RichText("<div>&lt;b&gt;</div>", .xhtml)),
        Case(
            name: "base64", content: "<content type='application/octet-stream'>PGI+\nYTwvYj4=</content>",
            text: Feed.RichText("<b>a</b>", .html)),
        Case(
            name: "words that could be base64", content: "<content mode='base64'>Example Atom</content>",
            text: Feed.RichText("Example Atom", .text)),
        Case(
            name: "no base64 after all", content: "<content type='application/octet-stream'>a. b</content>",
            text: Feed.RichText("a. b", .html)),
        Case(name: "empty", content: "<content type='html'> </content>", text: nil),
    ]

    @Test("content of Atom", arguments: cases)
    func content(_ c: Case) throws {
        #expect(try atomEntry(c.content).content == c.text)
    }

    @Test("mode of Atom 0.3")
    func mode() throws {
        func content(_ text: String) throws -> Feed.RichText? {
            try parse("<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry>\(text)</entry></feed>").items.first?
                .content
        }
        #expect(try content("<content type='text/html' mode='escaped'>&lt;b>a&lt;/b></content>")?.value == "<b>a</b>")
        #expect(try content("<content type='text/html' mode='base64'>PGI+YTwvYj4=</content>")?.value == "<b>a</b>")
    }

    @Test("a content elsewhere has its address and no text")
    func elsewhere() throws {
        let entry = try atomEntry("<content type='video/mp4' src='http://n.example/a.mp4'/>")
        #expect(entry.content == nil)
        #expect(entry.contentSource == "http://n.example/a.mp4")
    }

    @Test("markup that stands in RSS unescaped")
    func naked() throws {
        #expect(try rssItem("<description>a <b>b</b><br/>c</description>").summary?.value == "a <b>b</b><br>c")
        #expect(try rssItem("<title>a <b>b</b></title>").title == "a b")
    }
}
