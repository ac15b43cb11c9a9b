/// The elements the sanitiser lets through, and how they behave.
struct HTMLElement {
    /// How the element is written out.
    let name: [UInt8]
    let key: UInt64
    /// Has no inside and no end tag.
    let isVoid: Bool
    /// An end tag of something around it does not reach out of it.
    let isBarrier: Bool
    /// Elements that end, when they are the innermost open one, where this one starts.
    let closes: Set<UInt64>

    /// The element of a name in any case; `nil` for one that is not let through.
    static func named(_ name: ArraySlice<UInt8>) -> HTMLElement? {
        allowed[NameCache.key(of: name)]
    }

    /// Whether what is inside goes with the tags: code and style.
    static func dropsInside(_ name: ArraySlice<UInt8>) -> Bool {
        dropped.contains(NameCache.key(of: name))
    }

    private static let allowed: [UInt64: HTMLElement] = {
        var table: [UInt64: HTMLElement] = [:]
        for name in names.split(separator: " ") {
            let bytes = Array(name.utf8)
            let key = NameCache.key(of: bytes[...])
            table[key] = HTMLElement(
                name: bytes, key: key, isVoid: keys(voids).contains(key), isBarrier: keys(barriers).contains(key),
                closes: closed(byStartOf: String(name)))
        }
        return table
    }()

    private static let dropped = keys(
        "script style applet template"
    )

    /// Whether HTML has an element of that name at all.
    static func isKnown(_ name: ArraySlice<UInt8>) -> Bool {
        let key = NameCache.key(of: name)
        return allowed[key] != nil || dropped.contains(key) || others.contains(key)
    }

    /// Elements whose tags go and whose text stays.
    private static let others = keys(
        """
        html head body iframe frame frameset noframes noembed xmp plaintext listing textarea select form input button option optgroup fieldset legend label object param embed meta link base noscript \
        nobr marquee basefont bgsound dialog canvas output progress meter datalist title symbol use image summary
        """)

    private static let voids = "area br col hr img source track wbr"
    private static let barriers = "td th table caption ul ol dl"

    /// Text, media, and the presentation parts of MathML and SVG.
    private static let names = """
        a abbr acronym address area article aside audio b bdi bdo big blink blockquote br caption center cite code col \
        colgroup data dd del details dfn dir div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i \
        img ins kbd li main map mark menu nav ol p picture pre q rp rt ruby s samp section small source span strike \
        strong sub summary sup table tbody td tfoot th thead time tr track tt u ul var video wbr \
        math mi mn mo ms mtext mrow mfrac msqrt mroot msub msup msubsup munder mover munderover mtable mtr mtd \
        mstyle mspace mpadded mphantom merror mfenced menclose title semantics maction mprescripts mmultiscripts none \
        svg g circle ellipse line path polygon polyline rect text tspan defs lineargradient radialgradient stop desc
        """

    private static let blocks = """
        address article aside blockquote center details dir div dl figure footer h1 h2 h3 h4 h5 h6 header hr main menu \
        nav ol p pre section table ul
        """

    private static func closed(byStartOf name: String) -> Set<UInt64> {
        switch name {
        case "li": keys("li p")
        case "dd", "dt": keys("dd dt p")
        case "td", "th": keys("td th p")
        case "tr": keys("td th tr p")
        case "tbody", "thead", "tfoot": keys("td th tr tbody thead tfoot colgroup caption p")
        case "a": keys("a")
        case _ where blocks.split(whereSeparator: \.isWhitespace).contains(Substring(name)): keys("p")
        default: []
        }
    }

    private static func keys(_ names: String) -> Set<UInt64> {
        Set(names.split(separator: " ").map { NameCache.key(of: Array($0.utf8)[...]) })
    }
}

/// The attributes the sanitiser lets through.
struct HTMLAttribute {
    enum Kind { case text, link, links }

    let name: [UInt8]
    let kind: Kind

    static func named(_ name: ArraySlice<UInt8>) -> HTMLAttribute? {
        allowed[NameCache.key(of: name)]
    }

    private static let allowed: [UInt64: HTMLAttribute] = {
        var table: [UInt64: HTMLAttribute] = [:]
        let kinds: [(String, Kind)] = [(texts, .text), (links, .link), ("srcset", .links)]
        for (names, kind) in kinds {
            for name in names.split(separator: " ") {
                let bytes = Array(name.utf8)
                table[NameCache.key(of: bytes[...])] = HTMLAttribute(name: bytes, kind: kind)
            }
        }
        return table
    }()

    private static let links = "href src cite poster longdesc xlink:href"

    /// `class` stays, since it tells a caption or an advertisement from the text.
    private static let texts = """
        abbr align alt border cellpadding cellspacing char charoff class color colspan controls coords datetime dir \
        headers height hreflang hspace label lang loop media nowrap open rel rowspan rules scope shape size sizes span \
        start summary title type valign value vspace width xml:lang \
        cx cy d fill height points r rx ry stroke stroke-width transform version viewbox width x x1 x2 y y1 y2 \
        display mathvariant open close separators
        """
}
