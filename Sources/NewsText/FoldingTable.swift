/// What each scalar below U+2000 folds to: one lookup for nearly every letter of a text.
struct FoldingTable {
    static let standard = FoldingTable()

    /// The folded scalar; 0 for one that goes, ``several`` for one that becomes more than one.
    let folded: [UInt32]

    static let several = UInt32.max
    static let end: UInt32 = 0x2000

    private init() {
        var bases: [UInt32: UInt32] = [:]
        for line in FoldingTable.accents.split(separator: "\n") {
            let letters = line.unicodeScalars.filter { $0 != " " }.map(\.value)
            for letter in letters.dropFirst() { bases[letter] = letters[0] }
        }
        folded = (0..<FoldingTable.end).map { scalar in
            switch scalar {
            case 0..<0x80: FoldingTable.ascii(scalar)
            case 0x0600...0x06FF: FoldingTable.arabic(scalar)
            default: FoldingTable.general(scalar, bases)
            }
        }
    }

    private static func ascii(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x41...0x5A: scalar | 0x20
        case 0..<0x20, 0x7F: 0x20
        default: scalar
        }
    }

    /// Arabic letters, and those of Persian and Urdu that Arabic pages use for them: ی ے ک ہ ھ. Letters that only those
    /// languages have (پ چ ژ گ, ٹ ڈ ڑ ں) stay themselves.
    private static func arabic(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x0622, 0x0623, 0x0625, 0x0671...0x0673, 0x0675: 0x0627
        case 0x0649, 0x0626, 0x06CC, 0x06CD, 0x06D2, 0x06D3, 0x0678: 0x064A
        case 0x0624, 0x0676: 0x0648
        case 0x0629, 0x06C0...0x06C3, 0x06BE, 0x06D5: 0x0647
        case 0x06A9, 0x06AA, 0x06AB: 0x0643
        case 0x0660...0x0669: scalar - 0x0660 + 0x30
        case 0x06F0...0x06F9: scalar - 0x06F0 + 0x30
        case 0x0640, 0x0610...0x061A, 0x061C, 0x064B...0x065F, 0x0670, 0x06D6...0x06DC, 0x06DF...0x06E8,
            0x06EA...0x06ED:
            0
        default: scalar
        }
    }

    /// Letters of other scripts: lower case, and the base letter without its accents. ß, æ, œ and their like become two
    /// letters, the dotless ı an i.
    private static func general(_ scalar: UInt32, _ bases: [UInt32: UInt32]) -> UInt32 {
        switch scalar {
        case 0x85, 0xA0, 0x1680: return 0x20
        case 0x80..<0xA0, 0xAD, 0x0300...0x036F, 0x180B...0x180E: return 0
        case 0x0591...0x05BD, 0x05BF, 0x05C1, 0x05C2, 0x05C4, 0x05C5, 0x05C7: return 0
        case 0x0711, 0x0730...0x074A, 0x0897, 0x08D3...0x08FF: return 0
        case 0xDF, 0x1E9E, 0xC6, 0xE6, 0x0152, 0x0153, 0x0132, 0x0133: return several
        case 0xB2, 0xB3: return scalar - 0xB2 + 0x32
        case 0xB9: return 0x31
        case 0x0966...0x096F, 0x09E6...0x09EF, 0x0A66...0x0A6F, 0x0AE6...0x0AEF, 0x0BE6...0x0BEF, 0x0C66...0x0C6F,
            0x0CE6...0x0CEF, 0x0D66...0x0D6F:
            return (scalar & 0x0F) - 0x06 + 0x30
        case 0x0E50...0x0E59: return scalar - 0x0E50 + 0x30
        default: break
        }
        guard mayHaveCase(scalar), let value = Unicode.Scalar(scalar), value.properties.isAlphabetic else {
            return bases[scalar] ?? scalar
        }
        guard let lower = value.properties.lowercaseMapping.unicodeScalars.first?.value else { return scalar }
        return bases[lower] ?? lower
    }

    /// Whether the scalar lies where scripts with capital letters do: Latin, Greek, Cyrillic, Armenian, Georgian,
    /// Cherokee. Asking Unicode for each of the others would take a tenth of a start.
    private static func mayHaveCase(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0..<0x0590, 0x10A0..<0x1100, 0x13A0..<0x1400, 0x1C80..<0x1CC0, 0x1D00...: true
        default: false
        }
    }

    /// A base letter, then what folds to it.
    ///
    /// Source: the canonical decompositions of the Unicode Character Database; the letters with a stroke and ı, ς, ſ by
    /// use.
    private static let accents = """
        a àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ
        b ḃḅḇ
        c çćĉċčḉ
        d ďḋḍḏḑḓđ
        e èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ
        f ḟ
        g ĝğġģǧǵḡ
        h ĥȟḣḥḧḩḫẖħ
        i ìíîïĩīĭįǐȉȋḭḯỉịı
        j ĵǰ
        k ķǩḱḳḵ
        l ĺļľḷḹḻḽł
        m ḿṁṃ
        n ñńņňǹṅṇṉṋ
        o òóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợøǿ
        p ṕṗ
        r ŕŗřȑȓṙṛṝṟ
        s śŝşšșṡṣṥṧṩſẛ
        t ţťțṫṭṯṱẗŧ
        u ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự
        v ṽṿ
        w ŵẁẃẅẇẉẘ
        x ẋẍ
        y ýÿŷȳẏẙỳỵỷỹ
        z źżžẑẓẕ
        α άἀἁἂἃἄἅἆἇὰάᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ
        ε έἐἑἒἓἔἕὲέ
        η ήἠἡἢἣἤἥἦἧὴήᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ
        ι ΐίϊἰἱἲἳἴἵἶἷὶίῐῑῒΐῖῗ
        ο όὀὁὂὃὄὅὸό
        ρ ῤῥ
        σ ς
        υ ΰϋύὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧ
        ω ώὠὡὢὣὤὥὦὧὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ
        а ӑӓ
        г ѓ
        е ѐёӗ
        ж ӂӝ
        з ӟ
        и йѝӣӥ
        к ќ
        о ӧ
        у ўӯӱӳ
        ч ӵ
        ы ӹ
        э ӭ
        і ї
        ѵ ѷ
        ә ӛ
        ө ӫ
        """
}
