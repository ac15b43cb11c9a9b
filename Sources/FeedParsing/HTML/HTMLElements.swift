/// The elements the sanitiser lets through, and how they behave.
final class HTMLElement: Sendable {
    /// How the element is written out.
    let name: [UInt8]
    let key: UInt64
    /// Has no inside and no end tag.
    let isVoid: Bool
    /// An end tag of something around it does not reach out of it.
    let isBarrier: Bool
    /// Elements that end, when they are the innermost open one, where this one starts.
    let closes: [UInt64]

    private init(_ name: String) {
        self.name = Array(name.utf8)
        key = NameCache.key(of: self.name[...])
        isVoid = HTMLElement.names(HTMLElement.voids).contains(Substring(name))
        isBarrier = HTMLElement.names(HTMLElement.barriers).contains(Substring(name))
        closes = HTMLElement.names(HTMLElement.closed(byStartOf: name)).map { NameCache.key(of: Array($0.utf8)[...]) }
    }

    /// The element of a name in any case; `nil` for one that is not let through.
    static func named(_ name: ArraySlice<UInt8>) -> HTMLElement? {
        allowed[NameCache.key(of: name)]
    }

    /// Whether what is inside goes with the tags: code and style.
    static func dropsInside(_ name: ArraySlice<UInt8>) -> Bool {
        dropped[NameCache.key(of: name)] != nil
    }

    /// The elements that are let through, by the hash of their name.
    static let allowed = KeyTable(
        names(permitted).map { name in
            let element = HTMLElement(String(name))
            return (element.key, element)
        })

    private static let dropped = keys("script style applet template")

    /// Whether the element loads something foreign, or changes what the page around it means.
    static func loads(_ name: ArraySlice<UInt8>) -> Bool {
        loading[NameCache.key(of: name)] != nil
    }

    /// Whether what is inside goes with the tags, of a name by its hash.
    static func dropsInside(key: UInt64) -> Bool {
        dropped[key] != nil
    }

    static let titleKey = NameCache.key(of: Array("title".utf8)[...])
    static let imageKey = NameCache.key(of: Array("img".utf8)[...])

    private static let loading = keys("iframe frame frameset object embed meta link base")

    /// Whether HTML has an element of that name at all.
    static func isKnown(_ name: ArraySlice<UInt8>) -> Bool {
        let key = NameCache.key(of: name)
        return allowed[key] != nil || dropped[key] != nil || others[key] != nil
    }

    /// Elements whose tags go and whose text stays.
    private static let others = keys(
        """
        html head body iframe frame frameset noframes noembed noscript object param embed meta link base title \
        xmp plaintext listing form input button option optgroup select textarea fieldset legend label canvas output \
        progress meter datalist dialog nobr marquee basefont bgsound symbol use image
        """)

    private static let voids = "area br col hr img source track wbr"
    private static let barriers = "td th table caption ul ol dl"

    /// Text, media, and the presentation parts of MathML and SVG.
    private static let permitted = """
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

    private static func closed(byStartOf name: String) -> String {
        switch name {
        case "li": "li p"
        case "dd", "dt": "dd dt p"
        case "td", "th": "td th p"
        case "tr": "td th tr p"
        case "tbody", "thead", "tfoot": "td th tr tbody thead tfoot colgroup caption p"
        case "a": "a"
        case _ where names(blocks).contains(Substring(name)): "p"
        default: ""
        }
    }

    private static func names(_ list: String) -> [Substring] {
        list.split(whereSeparator: \.isWhitespace)
    }

    private static func keys(_ list: String) -> KeyTable<Void> {
        KeyTable(names(list).map { (NameCache.key(of: Array($0.utf8)[...]), ()) })
    }
}

/// The attributes the sanitiser lets through.
struct HTMLAttribute {
    enum Kind { case text, link, links }

    let name: [UInt8]
    let kind: Kind

    /// The attributes that are let through, by the hash of their name.
    static let allowed: KeyTable<HTMLAttribute> = {
        let kinds: [(String, Kind)] = [(texts, .text), (links, .link), ("srcset", .links)]
        return KeyTable(
            kinds.flatMap { names, kind in
                names.split(separator: " ").map { name in
                    let bytes = Array(name.utf8)
                    return (NameCache.key(of: bytes[...]), HTMLAttribute(name: bytes, kind: kind))
                }
            })
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
