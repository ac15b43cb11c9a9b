/// What kind of element a name stands for, as far as reading an article cares.
enum Tag: UInt8 {
    case other
    case html, head, body, title, meta, link, base
    case div, p, article, main, section, nav, aside, header, footer, address, center, fieldset, hgroup, details, summary
    case h1, h2, h3, h4, h5, h6
    case ul, ol, li, dl, dt, dd
    case table, caption, thead, tbody, tfoot, tr, td, th
    case blockquote, pre, figure, figcaption
    case form, button, input, label, menu, dialog, option
    case a, span, b, strong, i, em, q, cite, code, time, font, small, mark, s, del, sup, img, picture, br, hr, wbr
    case ruby, rt, rp
    case skipped

    init(name: UnsafeBufferPointer<UInt8>) {
        var hash = WordHash()
        for byte in name { hash.add(byte) }
        self = Tag.hashes[hash.value] ?? .other
    }

    private static let hashes = HashTable(
        Dictionary(uniqueKeysWithValues: names.map { (WordHash.of($0.key[...]), $0.value) }))

    /// A template that is still there after the guard is a shown one.
    private static let names: [String: Tag] = [
        "template": .div,
        "html": .html, "head": .head, "body": .body, "title": .title, "meta": .meta, "link": .link, "base": .base,
        "div": .div, "p": .p, "article": .article, "main": .main, "section": .section, "nav": .nav, "aside": .aside,
        "header": .header, "footer": .footer, "address": .address, "center": .center, "fieldset": .fieldset,
        "hgroup": .hgroup, "details": .details, "summary": .summary, "h1": .h1, "h2": .h2, "h3": .h3, "h4": .h4,
        "h5": .h5, "h6": .h6, "ul": .ul, "ol": .ol, "li": .li, "dl": .dl, "dt": .dt, "dd": .dd, "table": .table,
        "caption": .caption, "thead": .thead, "tbody": .tbody, "tfoot": .tfoot, "tr": .tr, "td": .td, "th": .th,
        "blockquote": .blockquote, "pre": .pre, "figure": .figure, "figcaption": .figcaption, "form": .form,
        "button": .button, "input": .input, "label": .label, "menu": .menu, "dialog": .dialog, "option": .option,
        "a": .a, "span": .span, "b": .b, "strong": .strong, "i": .i, "em": .em, "q": .q, "cite": .cite, "code": .code,
        "time": .time, "font": .font, "small": .small, "mark": .mark, "s": .s, "del": .del, "sup": .sup, "img": .img,
        "picture": .picture, "br": .br, "hr": .hr, "wbr": .wbr, "ruby": .ruby, "rt": .rt, "rp": .rp,
        "script": .skipped, "style": .skipped, "noscript": .skipped, "svg": .skipped,
        "iframe": .skipped, "textarea": .skipped, "select": .skipped, "canvas": .skipped, "audio": .skipped,
        "video": .skipped, "object": .skipped, "math": .other,
    ]

    /// Whether text before and after the element, and inside it, are different lines.
    var breaksLine: Bool {
        switch self {
        case .div, .p, .article, .main, .section, .nav, .aside, .header, .footer, .address, .center, .fieldset, .hgroup,
            .details, .summary, .h1, .h2, .h3, .h4, .h5, .h6, .ul, .ol, .li, .dl, .dt, .dd, .table, .caption, .thead,
            .tbody, .tfoot, .tr, .td, .th, .blockquote, .pre, .figure, .figcaption, .form, .hr, .html, .body, .head,
            .title, .menu, .dialog, .option, .button:
            true
        default: false
        }
    }

    /// Whether nothing inside is text of the page: readings of ruby, choices, what never shows.
    var hidesText: Bool {
        switch self {
        case .rt, .rp, .option, .skipped, .title: true
        default: false
        }
    }

    /// 1…6 for a heading.
    var headingLevel: Int? {
        (Tag.h1.rawValue...Tag.h6.rawValue).contains(rawValue) ? Int(rawValue - Tag.h1.rawValue) + 1 : nil
    }

    var isList: Bool { self == .ul || self == .ol || self == .dl || self == .menu }
}
