/// What the `class`, `id`, `role` and `itemprop` of an element say it holds. A page's own words, so a hint, not proof.
struct Cues: OptionSet, Hashable {
    let rawValue: UInt32

    /// The text of the story: `article-body`, `entry-content`, `itemprop="articleBody"`.
    static let storyBody = Cues(rawValue: 1 << 0)
    /// Something of the story: `article`, `post`, `noticia`.
    static let story = Cues(rawValue: 1 << 1)
    static let related = Cues(rawValue: 1 << 2)
    static let advertisement = Cues(rawValue: 1 << 3)
    static let share = Cues(rawValue: 1 << 4)
    static let comment = Cues(rawValue: 1 << 5)
    static let navigation = Cues(rawValue: 1 << 6)
    static let byline = Cues(rawValue: 1 << 7)
    static let date = Cues(rawValue: 1 << 8)
    static let tags = Cues(rawValue: 1 << 9)
    static let caption = Cues(rawValue: 1 << 10)
    static let media = Cues(rawValue: 1 << 11)
    static let follow = Cues(rawValue: 1 << 12)
    static let standfirst = Cues(rawValue: 1 << 13)
    static let hidden = Cues(rawValue: 1 << 14)
    static let aside = Cues(rawValue: 1 << 15)
    static let copyright = Cues(rawValue: 1 << 16)
    static let embed = Cues(rawValue: 1 << 17)
    static let notice = Cues(rawValue: 1 << 18)
    static let footer = Cues(rawValue: 1 << 19)
    static let title = Cues(rawValue: 1 << 20)
    static let widget = Cues(rawValue: 1 << 22)
    /// For software that reads aloud, `sr-only`.
    static let unseen = Cues(rawValue: 1 << 23)
    /// A pointer to another story, or this story's own summary.
    static let teaser = Cues(rawValue: 1 << 24)
    /// `no`, `with`, `enabled`: the name speaks of something else.
    static let other = Cues(rawValue: 1 << 25)

    /// Said by a whole name only: `label-hidden` hides a label, not the element.
    static let wholeNames: Cues = [.hidden, .unseen]

    /// The cues of one attribute's value: of every word in it, of every two neighbours, of every name as a whole.
    static func of(_ value: UnsafeBufferPointer<UInt8>) -> Cues {
        var reader = CueReader()
        for byte in value.prefix(valueLimit) { reader.take(byte) }
        return reader.end()
    }

    /// Bytes read of one attribute.
    private static let valueLimit = 400
}

/// Cuts class names into words, `articleBody--wide` into `article`, `body`, `wide`, and looks them up.
private struct CueReader {
    private var cues: Cues = []
    private var cuesOfName: Cues = []
    private var word = WordHash()
    private var pair = WordHash()
    private var name = WordHash()
    private var lastWasLower = false
    /// The word touches a digit: `a884ad` is a hash made by a tool, not two words.
    private var touchesDigit = false
    private var pairIsWords = false
    private var leastLength = 2
    /// `md:block`: what is hidden on a telephone shows on a desk. `aria-expanded:block` shows only when asked for.
    private var isResponsive = false

    mutating func take(_ byte: UInt8) {
        switch byte {
        case 0x41...0x5A:
            if lastWasLower {
                endWord()
                // `ad` in `n1AuAdJl` is no word.
                leastLength = 3
            }
            add(byte | 0x20)
            lastWasLower = false
        case 0x61...0x7A, 0x80...0xFF:
            add(byte)
            lastWasLower = true
        case 0x20, 0x09, 0x0A, 0x0D:
            endName()
        case 0x3A:
            isResponsive = isResponsive || word.count == 0 || CueWords.screens.contains(word.value)
            endWord()
        case 0x30...0x39:
            touchesDigit = true
            endWord()
            touchesDigit = true
        default:
            endWord()
        }
    }

    private mutating func add(_ byte: UInt8) {
        word.add(byte)
        pair.add(byte)
        name.add(byte)
    }

    private mutating func endWord() {
        defer { (touchesDigit, leastLength) = (false, 2) }
        guard word.count > 0 else { return }
        let isWord = word.count > 1 && (!touchesDigit || word.count > 3)
        if isWord, word.count >= leastLength { look(word) }
        if isWord, pairIsWords { look(pair) }
        pairIsWords = isWord
        pair = word
        word = WordHash()
        lastWasLower = false
    }

    mutating func end() -> Cues {
        endName()
        return isResponsive ? cues.subtracting(.wholeNames) : cues
    }

    private mutating func endName() {
        endWord()
        if let found = CueWords.table[name.value], name.count > 0 { cuesOfName.formUnion(found) }
        // `has-sidebar`, `sidebar-enabled--false`: said of what stands beside.
        if cuesOfName.contains(.other) { cuesOfName.subtract([.aside, .other]) }
        cues.formUnion(cuesOfName)
        cuesOfName = []
        pair = WordHash()
        name = WordHash()
        pairIsWords = false
    }

    private mutating func look(_ hash: WordHash) {
        if let found = CueWords.table[hash.value] { cuesOfName.formUnion(found.subtracting(.wholeNames)) }
    }
}

/// FNV-1a over a word's bytes.
struct WordHash {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325
    private(set) var count = 0

    mutating func add(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
        count += 1
    }

    static func of(_ word: Substring) -> UInt64 {
        var hash = WordHash()
        for byte in word.utf8 { hash.add(byte) }
        return hash.value
    }
}
