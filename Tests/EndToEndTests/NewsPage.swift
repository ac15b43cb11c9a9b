import Foundation
import Glibc

/// What a page's bytes are encoded in.
enum PageCharset: String {
    case utf8 = "utf-8"
    case windows1256 = "windows-1256"

    /// The bytes; letters the charset lacks become numeric references, as old systems write them.
    func encode(_ text: String) -> Data {
        guard self == .windows1256 else { return Data(text.utf8) }
        let converter = iconv_open("WINDOWS-1256", "UTF-8")
        defer { iconv_close(converter) }
        return text.unicodeScalars.reduce(into: Data()) { bytes, scalar in
            bytes.append(PageCharset.convert(scalar, converter) ?? Data("&#\(scalar.value);".utf8))
        }
    }

    /// The letter in the converter's charset, `nil` when it has none.
    private static func convert(_ scalar: Unicode.Scalar, _ converter: iconv_t?) -> Data? {
        var input = Array(String(Character(scalar)).utf8CString.dropLast())
        var output = [CChar](repeating: 0, count: 8)
        let written = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target -> Int? in
                var from = source.baseAddress
                var to = target.baseAddress
                var left = source.count
                var room = target.count
                guard iconv(converter, &from, &left, &to, &room) != Int.max, left == 0 else { return nil }
                return target.count - room
            }
        }
        return written.map { Data(output.prefix($0).map { UInt8(bitPattern: $0) }) }
    }
}

/// A news site's article page with all that stands around an article: navigation, share bar, related stories,
/// newsletter box, comments, footer.
struct NewsPage: Sendable {
    let site: String
    let title: String
    /// One paragraph each; lines that begin with `- ` are list items.
    let lines: [String]
    /// For the markup; `nil` when the page says it nowhere but in its text.
    let day: String?
    /// Those of the lines that stand under a picture.
    var captions: Set<String> = []
    var charset = PageCharset.utf8
    var language = "ar"

    func answer() -> LoopbackPublisher.Answer {
        .init(type: "text/html; charset=\(charset.rawValue)", body: charset.encode(html))
    }

    private var body: String {
        var html = ""
        var isList = false
        for line in lines {
            let isItem = line.hasPrefix("- ")
            if isItem != isList { html += isItem ? "<ul>\n" : "</ul>\n" }
            isList = isItem
            html += element(for: line, isItem: isItem)
        }
        return html + (isList ? "</ul>\n" : "")
    }

    private func element(for line: String, isItem: Bool) -> String {
        if isItem { return "<li><a href=\"/other/\(line.count)\">\(escaped(line))</a></li>\n" }
        if captions.contains(line) {
            return "<figure><img src=\"/p.jpg\" alt=\"\"><figcaption>\(escaped(line))</figcaption></figure>\n"
        }
        return "<p>\(escaped(line))</p>\n"
    }

    private func escaped(_ text: String) -> String {
        text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
    }

    private var html: String {
        let links = (1...8).map { "<li><a href=\"/section/\($0)\">قسم \($0)</a></li>" }.joined()
        let related = (1...5).map { "<a href=\"/r/\($0)\"><h4>خبر آخر من الموقع رقم \($0)</h4></a>" }.joined()
        let meta = day.map { "<meta property=\"article:published_time\" content=\"\($0)T10:00:00Z\">" } ?? ""
        return """
            <!DOCTYPE html>
            <html lang="\(language)" dir="\(language == "ar" ? "rtl" : "ltr")"><head><meta charset="\(charset.rawValue)">
            <title>\(escaped(title)) | \(site)</title>
            <meta property="og:title" content="\(escaped(title))"><meta property="og:site_name" content="\(site)">
            \(meta)<script>var tracker = {"p": "<p>not text</p>"};</script></head>
            <body><header><a class="logo" href="/">\(site)</a><nav><ul>\(links)</ul></nav></header>
            <main><article><h1>\(escaped(title))</h1>
            <div class="share-bar"><a href="#">Facebook</a> <a href="#">Twitter</a> <a href="#">WhatsApp</a></div>
            <div class="article-body">
            \(body)</div></article>
            <aside class="related"><h3>قد يعجبك أيضاً</h3>\(related)</aside>
            <section id="comments" class="comments"><h3>التعليقات</h3>
            <div class="comment"><b>زائر</b><p>تعليق لا علاقة له بالمقال ولكنه طويل بما يكفي ليبدو كفقرة من النص.</p></div>
            <form><textarea name="c"></textarea><button>أضف تعليقك</button></form></section></main>
            <footer><p>جميع الحقوق محفوظة © \(site)</p><ul>\(links)</ul></footer></body></html>
            """
    }

    static let harbour = NewsPage(
        site: "The Herald", title: "Harbour reopens after storm repairs",
        lines: [
            "The harbour reopened to ferries on Tuesday morning, eleven weeks after a winter storm tore away part of its "
                + "eastern wall, the port authority said.",
            "Crews worked in shifts through February to place more than four hundred concrete blocks, each weighing "
                + "about nine tonnes, along the damaged stretch.",
            "Fishing boats had been using a neighbouring inlet since December, a detour that added an hour to each trip "
                + "and, according to the local association, cost its members dearly.",
            "The authority plans a second phase of work in the summer, when the lighthouse road will be raised by a metre.",
        ], day: "2024-03-05", language: "en")

    static let orchard = NewsPage(
        site: "The Herald", title: "Late frost threatens orchards in the valley",
        lines: [
            "Growers in the valley lit hundreds of small fires between their trees on Tuesday night as temperatures fell "
                + "to four degrees below zero, just as the apricots had begun to bloom.",
            "The regional chamber of agriculture said it was too early to count the losses, but that early varieties had "
                + "probably suffered most.",
            "Forecasters expect two more cold nights before milder air arrives at the weekend.",
        ], day: "2024-03-06", language: "en")

    static let library = NewsPage(
        site: "The Herald", title: "Town library extends its evening hours",
        lines: [
            "The town library will stay open until ten in the evening on weekdays from next month, after a survey of its "
                + "readers found that most of them work until late.",
            "Two librarians and a night porter have been hired, the council said, at a cost that will be met from the "
                + "sale of an old warehouse.",
            "The reading room on the second floor will remain closed on Sundays, as before.",
        ], day: "2024-03-07", language: "en")

    static let rewrittenHarbour = NewsPage(
        site: "The Herald", title: "Harbour reopens, ferries resume after storm repairs",
        lines: harbour.lines + [
            "The first ferry left at seven with eighty passengers on board, many of whom had waited on the quay since "
                + "before dawn, and arrived on the island without delay.",
            "A second ship is expected to join the line in April, when the holiday season begins.",
        ], day: "2024-03-05", language: "en")
}
