import Testing

@testable import NewsText

@Suite("The encoding of documents")
struct CharsetTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let bytes: [UInt8]
        var http: String?
        var kind = Charset.DocumentKind.xml
        let encoding: String
        var isOverridden = false
        var hadErrors = false
        let holds: String
        var testDescription: String { name }
    }

    static let news = "قال المتحدث باسم الأمم المتحدة إن المبادرة تشمل سبع دول عربية، وأضاف أن العمل يبدأ غدا"
    static let pasted = "نقلت الصحيفة عن مصدر حكومي أن القرار صدر أمس"
    static let russian = "Представитель организации сообщил, что программа начнется завтра"

    static let cases = [
        Case(name: "UTF-8 without a label", bytes: Array("<rss>\(news)".utf8), encoding: "utf-8", holds: news),
        Case(
            name: "UTF-8 with a byte order mark", bytes: [0xEF, 0xBB, 0xBF] + Array(news.utf8), encoding: "utf-8",
            holds: news),
        Case(
            name: "UTF-8 labelled as Latin", bytes: declared("iso-8859-1", Array(news.utf8)), encoding: "utf-8",
            isOverridden: true, holds: news),
        Case(
            name: "UTF-8 with an unknown label", bytes: declared("utf8mb4", Array(news.utf8)), encoding: "utf-8",
            isOverridden: true, holds: news),
        Case(
            name: "UTF-8 that the response calls windows-1256", bytes: Array(news.utf8), http: "windows-1256",
            encoding: "utf-8", isOverridden: true, holds: news),
        Case(
            name: "UTF-8 with a bad byte", bytes: Array(news.utf8) + [0xFF] + Array("tail".utf8), encoding: "utf-8",
            hadErrors: true, holds: news + "\u{FFFD}tail"),
        Case(
            name: "UTF-8 cut inside a letter", bytes: Array(news.utf8) + [0xD9], encoding: "utf-8", hadErrors: true,
            holds: news + "\u{FFFD}"),
        Case(
            name: "ASCII keeps its label", bytes: declared("ISO-8859-1", []), encoding: "windows-1252", holds: "<?xml"),
        Case(
            name: "ASCII labelled as UTF-16", bytes: declared("utf-16", []), encoding: "utf-8", isOverridden: true,
            holds: "<?xml"),
        Case(
            name: "windows-1256 declared", bytes: declared("windows-1256", windows1256(news)), encoding: "windows-1256",
            holds: news),
        Case(
            name: "windows-1256 by a second name", bytes: declared("x-cp1256", windows1256(news)),
            encoding: "windows-1256", holds: news),
        Case(
            name: "windows-1256 without a label", bytes: windows1256("<rss>" + news), encoding: "windows-1256",
            isOverridden: true, holds: news),
        Case(
            name: "three words of windows-1256 labelled as Latin",
            bytes: declared("iso-8859-1", windows1256("أخبار مصر اليوم")), encoding: "windows-1256", isOverridden: true,
            holds: "أخبار مصر اليوم"),
        Case(
            name: "accented letters side by side keep their label",
            bytes: declared(
                "iso-8859-1", "Päätös äänistä, öön ääriä ja työöljyä".unicodeScalars.map { UInt8($0.value) }),
            encoding: "windows-1252", holds: "Päätös äänistä, öön ääriä ja työöljyä"),
        Case(
            name: "windows-1256 labelled as UTF-8", bytes: declared("utf-8", windows1256(news)),
            encoding: "windows-1256",
            isOverridden: true, holds: news),
        Case(
            name: "windows-1256 labelled as Latin", bytes: windows1256(news), http: "ISO-8859-1", kind: .html,
            encoding: "windows-1256", isOverridden: true, holds: news),
        Case(
            name: "windows-1256 labelled as ISO-8859-6", bytes: declared("iso-8859-6", windows1256(news)),
            encoding: "windows-1256", isOverridden: true, holds: news),
        Case(
            name: "ISO-8859-6 by the response", bytes: iso88596(news), http: "arabic", encoding: "iso-8859-6",
            holds: news),
        Case(
            name: "ISO-8859-6 labelled as windows-1256", bytes: declared("windows-1256", iso88596(news)),
            encoding: "iso-8859-6", isOverridden: true, holds: news),
        Case(
            name: "the response before the document", bytes: declared("windows-1252", [0xD0, 0xDE, 0xF0]),
            http: "windows-1254", encoding: "windows-1254", holds: "ĞŞğ"),
        Case(
            name: "Latin with few accents stays Latin", bytes: declared("iso-8859-1", latin("Café, déjà vu, à côté")),
            encoding: "windows-1252", holds: "Café, déjà vu, à côté"),
        Case(
            name: "Latin without a label", bytes: latin("Le président élu était à Genève où il a été reçu"),
            kind: .html,
            encoding: "windows-1252", holds: "élu était à Genève"),
        Case(
            name: "Russian without a label", bytes: converted(russian, "CP1251"), kind: .text,
            encoding: "windows-1251", holds: russian),
        Case(
            name: "Russian labelled as such is not taken for Arabic",
            bytes: declared("koi8-r", converted(russian, "KOI8-R")),
            encoding: "koi8-r", holds: russian),
        Case(
            name: "Chinese, simplified without a label", bytes: converted("总理在会议上说明了新的经济政策和发展计划", "GB18030"),
            kind: .text,
            encoding: "gb18030", holds: "总理在会议上说明了新的经济政策和发展计划"),
        Case(
            name: "Chinese, traditional without a label", bytes: converted("總理在會議上說明了新的經濟政策和發展計劃", "BIG5"), kind: .text,
            encoding: "big5", holds: "總理在會議上說明了新的經濟政策和發展計劃"),
        Case(
            name: "Japanese of Unix without a label", bytes: converted("首相は会議で新しい経済政策について説明しました", "EUC-JP"),
            kind: .text,
            encoding: "euc-jp", holds: "首相は会議で新しい経済政策について説明しました"),
        Case(
            name: "Japanese of Windows without a label", bytes: converted("首相は会議で新しい経済政策について説明しました", "CP932"),
            kind: .text,
            encoding: "shift_jis", holds: "首相は会議で新しい経済政策について説明しました"),
        Case(
            name: "Japanese behind escapes without a label",
            bytes: Array("<rss>".utf8) + converted("首相は会議で", "ISO-2022-JP"), encoding: "iso-2022-jp",
            isOverridden: true, holds: "首相は会議で"),
        Case(
            name: "Thai without a label",
            bytes: converted("นายกรัฐมนตรีประกาศมาตรการทางเศรษฐกิจใหม่ในการประชุมคณะรัฐมนตรี", "CP874"), kind: .text,
            encoding: "windows-874", holds: "นายกรัฐมนตรี"),
        Case(
            name: "Polish of Unix without a label",
            bytes: converted("Rząd ogłosił dziś nowe środki wsparcia, które będą wypłacane", "ISO-8859-2"), kind: .text,
            encoding: "iso-8859-2", holds: "środki"),
        Case(
            name: "Korean without a label", bytes: converted("총리는 회의에서 새로운 경제 정책을 설명했다", "CP949"), kind: .text,
            encoding: "euc-kr", holds: "총리는 회의에서 새로운 경제 정책을 설명했다"),
        Case(
            name: "gb2312 is gb18030", bytes: declared("gb2312", converted("镕基总理", "GB18030")), encoding: "gbk",
            holds: "镕基总理"),
        Case(
            name: "a label iconv alone knows", bytes: declared("cp437", [0x80]), encoding: "cp437", holds: "Ç"),
        Case(
            name: "UTF-7 is refused", bytes: declared("utf-7", Array("+ADw-script+AD4-".utf8)), encoding: "utf-8",
            isOverridden: true, holds: "+ADw-"),
        Case(
            name: "UTF-16, little end first, with its mark", bytes: [0xFF, 0xFE] + utf16(news, bigEndian: false),
            encoding: "utf-16le", holds: news),
        Case(
            name: "UTF-16, big end first, by its markup", bytes: utf16("<?xml version='1.0'?>" + news, bigEndian: true),
            encoding: "utf-16be", holds: news),
        Case(
            name: "a surrogate pair", bytes: [0xFF, 0xFE] + utf16("😀", bigEndian: false), encoding: "utf-16le",
            holds: "😀"),
        Case(
            name: "half a surrogate pair", bytes: [0xFE, 0xFF, 0xD8, 0x3D, 0, 0x41], encoding: "utf-16be",
            hadErrors: true,
            holds: "\u{FFFD}A"),
        Case(
            name: "an HTML meta after scripts",
            bytes: Array("<script>\(String(repeating: "x ", count: 900))</script><meta charset=windows-1256>".utf8)
                + windows1256("عام"),
            kind: .html, encoding: "windows-1256", holds: "عام"),
        Case(
            name: "an HTML meta of the old kind",
            bytes: Array("<META content='text/html; charset=windows-1256' HTTP-EQUIV=Content-Type>".utf8)
                + windows1256("عام"),
            kind: .html, encoding: "windows-1256", holds: "عام"),
        Case(
            name: "a meta in a comment does not count",
            bytes: Array("<!-- <meta charset=koi8-r> --><meta charset=windows-1256>".utf8) + windows1256("عام"),
            kind: .html,
            encoding: "windows-1256", holds: "عام"),
        Case(
            name: "charset= in a description does not count",
            bytes: Array("<meta name=description content='on charset=koi8-r'><meta charset='windows-1256'>".utf8)
                + windows1256("عام"),
            kind: .html, encoding: "windows-1256", holds: "عام"),
        Case(
            name: "what XML forbids goes", bytes: Array("ab".utf8) + [0, 1, 0x1F] + Array("c\u{FFFF}\u{FEFF}d\n".utf8),
            encoding: "utf-8", holds: "abcd\n"),
        Case(name: "an empty document", bytes: [], encoding: "utf-8", holds: ""),
    ]

    @Test("each document becomes its text", arguments: cases)
    func documentBecomesText(_ c: Case) {
        let decoded = Charset.decode(c.bytes, httpCharset: c.http, kind: c.kind)
        let text = String(decoding: decoded.utf8, as: UTF8.self)

        #expect(decoded.encoding == c.encoding)
        #expect(decoded.isOverridden == c.isOverridden)
        #expect(decoded.hadErrors == c.hadErrors)
        #expect(c.holds.isEmpty ? text.isEmpty : text.contains(c.holds))
    }

    @Test("what is decoded is UTF-8 and stays as it is when decoded again", arguments: cases)
    func decodingTwiceIsOnce(_ c: Case) {
        let once = Charset.decode(c.bytes, httpCharset: c.http, kind: .text).utf8
        let validity = once.withUnsafeBufferPointer { UTF8Validity($0) }

        #expect(validity.errors == 0 && !validity.needsFilter)
        #expect(Charset.decode(once, httpCharset: nil, kind: .text).utf8 == once)
    }

    @Test("no bytes trap", arguments: 0..<64)
    func noBytesTrap(_ seed: Int) {
        var state = UInt64(seed) &+ 88_172_645_463_325_252
        let bytes = (0..<2048).map { _ -> UInt8 in
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return UInt8(truncatingIfNeeded: state)
        }
        for label in [nil, "utf-16", "gb18030", "shift_jis", "euc-kr", "big5", "iso-2022-jp", "windows-1255"] {
            let decoded = Charset.decode(bytes, httpCharset: label, kind: .html)
            #expect(decoded.utf8.withUnsafeBufferPointer { UTF8Validity($0) }.errors == 0)
        }
    }

    @Test("a short East Asian text may look like UTF-8, a longer one of another script does not")
    func shortEastAsian() {
        // One character of Big5 and of EUC-KR, one letter of UTF-8.
        let looksAlike: [UInt8] = [0xC6, 0xA6]
        for label in ["big5", "euc-kr"] {
            let decoded = Charset.decode(Self.declared(label, looksAlike), httpCharset: nil, kind: .xml)
            #expect(decoded.encoding == label)
        }
        let arabic = Self.declared("euc-kr", Array("أخبار اليوم".utf8))
        #expect(Charset.decode(arabic, httpCharset: nil, kind: .xml).encoding == "utf-8")
        let chinese = Self.declared("gbk", Array("中".utf8))
        #expect(Charset.decode(chinese, httpCharset: nil, kind: .xml).encoding == "utf-8")
    }

    @Test("Korean behind escapes is read by its label")
    func escapedKorean() {
        let bytes = Self.declared("iso-2022-kr", Array("\u{1B}$)C".utf8) + [0x0E, 0x30, 0x21, 0x0F])
        let text = String(decoding: Charset.decode(bytes, httpCharset: nil, kind: .xml).utf8, as: UTF8.self)
        #expect(text.hasSuffix("가"))
    }

    @Test("labels are those of the WHATWG, whatever their case and quotes")
    func labels() {
        #expect(Encoding(label: " 'Windows-1256' ")?.name == "windows-1256")
        #expect(Encoding(label: "windows_1252")?.name == "windows-1252")
        #expect(Encoding(label: "csISOLatinArabic")?.name == "iso-8859-6")
        #expect(Encoding(label: "tis-620")?.name == "windows-874")
        #expect(Encoding(label: "ks-c-5601-1987")?.name == "euc-kr")
        #expect(Encoding(label: "ISO-8859-2-1987")?.name == "iso-8859-2")
        #expect(Encoding(label: "iso_8859_16:2001")?.name == "iso-8859-16")
        #expect(Encoding(label: "1251")?.name == "windows-1251")
        #expect(Encoding(label: "mac_roman")?.converter == "MACINTOSH")
        #expect(Encoding(label: "x-mac-japanese")?.name == "shift_jis")
        #expect(Encoding(label: "iso-8859-99-1987") == nil)
        #expect(Encoding(label: "99999") == nil)
        #expect(Encoding(label: "hz-gb-2312") == nil)
        #expect(Encoding(label: "iso-2022-cn") == nil)
        #expect(Encoding(label: "") == nil)
        #expect(Encoding(label: "../../etc/passwd//TRANSLIT") == nil)
    }

    // MARK: Bytes

    private static func declared(_ label: String, _ body: [UInt8]) -> [UInt8] {
        Array("<?xml version=\"1.0\" encoding=\"\(label)\"?><rss>".utf8) + body
    }

    private static func converted(_ text: String, _ encoding: String) -> [UInt8] {
        guard let converter = Converter(from: "UTF-8", to: encoding) else { return [] }
        return Array(text.utf8).withUnsafeBufferPointer { converter.convert($0).utf8 }
    }

    private static func windows1256(_ text: String) -> [UInt8] { converted(text, "CP1256") }
    private static func iso88596(_ text: String) -> [UInt8] { converted(text, "ISO-8859-6") }
    private static func latin(_ text: String) -> [UInt8] { converted(text, "CP1252") }

    private static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { unit -> [UInt8] in
            let high = UInt8(unit >> 8)
            let low = UInt8(unit & 0xFF)
            return bigEndian ? [high, low] : [low, high]
        }
    }
}

@Suite("Text that was read in the wrong encoding")
struct MojibakeTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        let meant: String?
        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "UTF-8 read as windows-1252", text: "Ø§Ù„Ù‚Ø§Ù‡Ø±Ø©", meant: "القاهرة"),
        Case(name: "UTF-8 read as windows-1256", text: "ط§ظ„ظ‚ط§ظ‡ط±ط©", meant: "القاهرة"),
        Case(name: "UTF-8 read as windows-1252 twice", text: "Ã˜Â§Ã™â€žÃ™â€šÃ˜Â§", meant: "القا"),
        Case(
            name: "windows-1256 read as Latin-1", text: "ÇáÞÇåÑÉ ÚÇÕãÉ ãÕÑ æåí ãÏíäÉ ßÈíÑÉ",
            meant: "القاهرة عاصمة مصر وهي مدينة كبيرة"),
        Case(name: "French UTF-8 read as Latin-1", text: "L'Ã©tÃ© Ã\u{A0} GenÃ¨ve", meant: "L'été à Genève"),
        Case(name: "an ellipsis alone", text: "â€¦", meant: "…"),
        Case(name: "Arabic as it should be", text: "القاهرة عاصمة مصر", meant: nil),
        Case(name: "French as it should be", text: "Café résumé à côté", meant: nil),
        Case(name: "German capitals", text: "ÄÖÜ GRÖSSE ÜBER", meant: nil),
        Case(name: "a sign of its own", text: "10 Â°", meant: nil),
        Case(name: "one mangled character is no proof", text: "50 Â° Celsius", meant: nil),
        Case(name: "mangled text beside sound text", text: "القاهرة Ø§Ù„Ù‚", meant: nil),
        Case(name: "ASCII", text: "plain", meant: nil),
        Case(name: "nothing", text: "", meant: nil),
    ]

    @Test("is repaired only when it is certain", arguments: cases)
    func repair(_ c: Case) {
        #expect(repairMojibake(c.text) == c.meant)
    }

    @Test("repaired text is not repaired again", arguments: cases)
    func repairingTwiceIsOnce(_ c: Case) {
        guard let meant = c.meant else { return }
        #expect(repairMojibake(meant) == nil)
    }
}
