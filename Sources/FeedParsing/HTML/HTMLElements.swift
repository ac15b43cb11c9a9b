/// The elements the sanitiser lets through, and how they behave.
struct HTMLElement {
    /// How the element is written out: a range of ``spellings``.
    let name: Range<Int>
    let key: UInt64
    /// Has no inside and no end tag.
    let isVoid: Bool
    /// An end tag of something around it does not reach out of it.
    let isBarrier: Bool
    /// A drawing or a formula, where tags close themselves.
    let isForeign: Bool
    /// The group the element belongs to, one bit, and the groups of which the innermost open element ends where this
    /// one starts.
    let group: UInt16
    let closes: UInt16

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
        names(spellings).map { name in
            let key = NameCache.key(of: name, in: spellings)
            return (key, HTMLElement(name: name, key: key))
        })

    private init(name: Range<Int>, key: UInt64) {
        self.name = name
        self.key = key
        isVoid = HTMLElement.voids[key] != nil
        isBarrier = HTMLElement.barriers[key] != nil
        isForeign = HTMLElement.foreign[key] != nil
        group = HTMLElement.groups.firstIndex { $0[key] != nil }.map { 1 << UInt16($0) } ?? 0
        closes = HTMLElement.closes[group] ?? (HTMLElement.blocks[key] != nil ? HTMLElement.paragraph : 0)
    }

    /// The names of the elements that are let through, as they are written out.
    static let spellings = Array(permitted.utf8)

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

    private static let voids = keys("area br col hr img source track wbr")
    private static let barriers = keys("td th table caption ul ol dl")

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

    private static let blocks = keys(
        """
        address article aside blockquote center details dir div dl figure footer h1 h2 h3 h4 h5 h6 header hr main menu \
        nav ol p pre section table ul
        """)

    private static let foreign = keys("svg math")

    /// Elements that end others, by their number.
    private static let groups = ["p", "li", "dd dt", "td th", "tr", "tbody thead tfoot", "colgroup caption", "a"].map(
        keys)
    private static let paragraph: UInt16 = 1

    /// What the members of a group close, by the bits of groups.
    private static let closes: [UInt16: UInt16] = [
        1 << 0: 1 << 0,
        1 << 1: 1 << 1 | paragraph,
        1 << 2: 1 << 2 | paragraph,
        1 << 3: 1 << 3 | paragraph,
        1 << 4: 1 << 3 | 1 << 4 | paragraph,
        1 << 5: 1 << 3 | 1 << 4 | 1 << 5 | 1 << 6 | paragraph,
        1 << 7: 1 << 7,
    ]

    /// The ranges of the words of a list.
    static func names(_ list: [UInt8]) -> [Range<Int>] {
        list.split(whereSeparator: Byte.isBlank).map { $0.indices }
    }

    private static func keys(_ list: String) -> KeyTable<Void> {
        let list = Array(list.utf8)
        return KeyTable(names(list).map { (NameCache.key(of: $0, in: list), ()) })
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
            kinds.flatMap { list, kind in
                let list = Array(list.utf8)
                return HTMLElement.names(list).map { name in
                    (NameCache.key(of: name, in: list), HTMLAttribute(name: Array(list[name]), kind: kind))
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
