/// An encoding by the names it goes by.
struct Encoding: Equatable {
    /// Lower-case WHATWG name, `windows-1256`; the label itself for one that is not in their table.
    let name: String
    /// What iconv calls it. Empty for UTF-8 and UTF-16, which are decoded here.
    let converter: String

    static let utf8 = Encoding(name: "utf-8", converter: "")
    static let utf16LittleEndian = Encoding(name: "utf-16le", converter: "")
    static let utf16BigEndian = Encoding(name: "utf-16be", converter: "")
    static let iso2022Japanese = Encoding(name: "iso-2022-jp", converter: "ISO-2022-JP-2")
    static let windows1252 = Encoding(name: "windows-1252", converter: "CP1252")

    /// Two bytes for a character of Chinese, Japanese or Korean.
    var isEastAsian: Bool {
        ["GB", "BIG5", "EUC", "CP932", "CP949", "SHIFT", "JOHAB"].contains { converter.hasPrefix($0) }
    }

    var isUTF16: Bool { self == .utf16LittleEndian || self == .utf16BigEndian }

    /// The encoding a label means, `nil` for an unknown one. Case, quotes and white space around it do not matter, and
    /// `_` may stand for `-`.
    ///
    /// The labels are those of the WHATWG; what they do not know (`cp437`, `ebcdic-cp-us`) is asked of iconv, except
    /// for encodings that only hide markup in ASCII text (UTF-7, HZ, ISO-2022-CN).
    ///
    /// Source: WHATWG Encoding Standard, section 4.2.
    init?(label: String) {
        let label = Encoding.trimmed(label)
        let dashed = String(label.map { $0 == "_" ? "-" : $0 })
        let alias = CharsetAliases.name(of: label)
        if let known = Encoding.byLabel[label] ?? Encoding.byLabel[dashed] ?? alias.flatMap({ Encoding.byLabel[$0] }) {
            self = known
        } else if let converter = Encoding.foreignConverter(dashed, alias: alias) {
            self.init(name: label, converter: converter)
        } else {
            return nil
        }
    }

    init(name: String, converter: String) {
        self.name = name
        self.converter = converter
    }

    private static func trimmed(_ label: String) -> String {
        let bytes = label.utf8.drop { !isLabelByte($0) }.prefix { isLabelByte($0) }.prefix(longestLabel + 1)
        return String(decoding: bytes, as: UTF8.self).lowercased()
    }

    /// Bytes. The longest known label has 22.
    private static let longestLabel = 40

    private static func isLabelByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "."): true
        default: false
        }
    }

    /// What iconv calls a label that the WHATWG does not know.
    private static func foreignConverter(_ label: String, alias: String?) -> String? {
        guard (2...longestLabel).contains(label.utf8.count) else { return nil }
        let isRefused = refused.contains { label.hasPrefix($0) } || label.contains("utf-7") || label.contains("utf7")
        if isRefused { return nil }
        return [alias, label].lazy.compactMap { $0?.uppercased() }.first { Converter.exists($0) }
    }

    private static let refused = [
        "hz", "iso-2022-cn", "iso2022cn", "csiso2022cn", "replacement", "char", "wchar", "internal", "java", "utf",
        "ucs",
        "unicode", "csunicode", "csucs", "iso-10646", "10646",
    ]

    private static let byLabel: [String: Encoding] = {
        var table: [String: Encoding] = [:]
        for line in source.split(separator: "\n") {
            let fields = line.split(separator: " ").map(String.init)
            guard fields.count > 2 else { continue }
            let encoding = Encoding(name: fields[0], converter: fields[1] == "-" ? "" : fields[1])
            for label in fields.dropFirst(2) { table[label] = encoding }
        }
        return table
    }()

    /// The name, what iconv calls it, and the labels.
    private static let source = """
        utf-8 - unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8
        ibm866 IBM866 866 cp866 csibm866 ibm866
        iso-8859-2 ISO-8859-2 csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2
        iso-8859-2 ISO-8859-2 latin2
        iso-8859-3 ISO-8859-3 csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3
        iso-8859-3 ISO-8859-3 latin3
        iso-8859-4 ISO-8859-4 csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4
        iso-8859-4 ISO-8859-4 latin4
        iso-8859-5 ISO-8859-5 csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5
        iso-8859-5 ISO-8859-5 iso_8859-5:1988
        iso-8859-6 ISO-8859-6 arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6
        iso-8859-6 ISO-8859-6 iso-8859-6-e iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987
        iso-8859-7 ISO-8859-7 csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 iso88597
        iso-8859-7 ISO-8859-7 iso_8859-7 iso_8859-7:1987 sun_eu_greek
        iso-8859-8 ISO-8859-8 csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138 iso8859-8
        iso-8859-8 ISO-8859-8 iso88598 iso_8859-8 iso_8859-8:1988 visual
        iso-8859-8-i ISO-8859-8 csiso88598i iso-8859-8-i logical
        iso-8859-10 ISO-8859-10 csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6
        iso-8859-13 ISO-8859-13 iso-8859-13 iso8859-13 iso885913
        iso-8859-14 ISO-8859-14 iso-8859-14 iso8859-14 iso885914
        iso-8859-15 ISO-8859-15 csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9
        iso-8859-16 ISO-8859-16 iso-8859-16
        koi8-r KOI8-R cskoi8r koi koi8 koi8-r koi8_r
        koi8-u KOI8-U koi8-ru koi8-u
        macintosh MACINTOSH csmacintosh mac macintosh x-mac-roman
        windows-874 CP874 dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874
        windows-1250 CP1250 cp1250 windows-1250 x-cp1250
        windows-1251 CP1251 cp1251 windows-1251 x-cp1251
        windows-1252 CP1252 ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1
        windows-1252 CP1252 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252
        windows-1253 CP1253 cp1253 windows-1253 x-cp1253
        windows-1254 CP1254 cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5
        windows-1254 CP1254 latin5 windows-1254 x-cp1254
        windows-1255 CP1255 cp1255 windows-1255 x-cp1255
        windows-1256 CP1256 cp1256 windows-1256 x-cp1256
        windows-1257 CP1257 cp1257 windows-1257 x-cp1257
        windows-1258 CP1258 cp1258 windows-1258 x-cp1258
        x-mac-cyrillic MAC-CYRILLIC x-mac-cyrillic x-mac-ukrainian
        gbk GB18030 chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk
        gb18030 GB18030 gb18030
        big5 BIG5-HKSCS big5 big5-hkscs cn-big5 csbig5 x-x-big5
        euc-jp EUC-JP-MS cseucpkdfmtjapanese euc-jp x-euc-jp
        iso-2022-jp ISO-2022-JP-2 csiso2022jp iso-2022-jp
        shift_jis CP932 csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis
        euc-kr CP949 cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601
        euc-kr CP949 windows-949
        utf-16be - unicodefffe utf-16be
        utf-16le - csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le
        """
}
