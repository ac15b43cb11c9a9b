/// Names of encodings beside the WHATWG's: those of IANA's registry, of vendors and of programming languages, which
/// stand in the declarations of old feeds.
enum CharsetAliases {
    /// The name a label comes down to: the WHATWG's label, or what iconv calls the encoding; `nil` for a label that is
    /// no other name of anything.
    ///
    /// - Parameter label: in lower case. Hyphens, underscores, colons and dots do not matter.
    static func name(of label: String) -> String? {
        let plain = label.filter { !"-_:.".contains($0) }
        if let name = names[plain] { return name }
        if !plain.isEmpty, plain.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return "cp\(plain)" }
        return dated(plain)
    }

    /// `iso8859-2:1987` is the part of the standard with its year.
    private static func dated(_ plain: String) -> String? {
        guard plain.hasPrefix("iso8859"), (12...13).contains(plain.utf8.count) else { return nil }
        let part = plain.dropFirst(7).dropLast(4)
        let year = plain.suffix(4)
        guard year.hasPrefix("19") || year.hasPrefix("20"), Int(part) != nil else { return nil }
        return "iso-8859-\(part)"
    }

    private static let names: [String: String] = {
        var names: [String: String] = [:]
        for line in source.split(separator: "\n") {
            let fields = line.split(separator: " ").map(String.init)
            for alias in fields.dropFirst() { names[alias] = fields.first }
        }
        return names
    }()

    /// The name, then its aliases without signs.
    private static let source = """
        MAC-CENTRALEUROPE maclatin2 maccentraleurope maccenteuro xmacce xmaccentraleurroman
        MACINTOSH macroman
        MAC-IS maciceland macis
        x-mac-cyrillic maccyrillic macukraine
        IBM037 ibm039
        CP858 csibm858 cspc858multilingual
        CP861 cpis csibm861
        CP1125 ibm1125 cp866u ruscii
        HP-ROMAN8 cp1051 ibm1051 r8 roman8
        JOHAB cp1361 ms1361
        PT154 cp154 ptcp154 csptcp154 cyrillicasian
        RK1048 kz1048 strk10482002 csrk1048
        EUC-JISX0213 eucjis2004 eucjisx0213 jisx0213
        SHIFT_JISX0213 shiftjis2004 sjis2004 sjisx0213 shiftjisx0213
        ISO-2022-JP-2 iso2022jp iso2022jp1 iso2022jp2 csiso2022jp2
        ISO-2022-JP-3 iso2022jp3 iso2022jp2004 iso2022jpext
        big5 hkscs big5tw ms950 cp950 950 xmactradchinese windows950
        shift_jis mskanji sjis shiftjis cp932 932 windows932 xmacjapanese
        euc-jp ujis eucjp
        gbk 936 cp936 ms936 windows936 eucgb2312cn gb23121980 gb231280 xmacsimpchinese euccn
        gb18030 gb180302000
        euc-kr 949 cp949 ms949 uhc xwindows949 ksc5601 ksc56011987 ksx1001 xmackorean euckr
        windows-874 thai tis620 tis6200 tis62025290 tis62025291
        iso-8859-1 iso8859 latin
        iso-8859-7 elot928
        iso-8859-13 l7 latin7
        iso-8859-14 l8 latin8 isoceltic isoir199
        iso-8859-16 l10 latin10 isoir226
        """
}
