import NewsModel

extension Draft {
    /// Marks what the last lines of a story say of its writer: `Jane Doe is a freelance journalist based in Nairobi.`,
    /// `* كاتب وباحث سوري مقيم في باريس.`, and what stands under `عن الكاتب`.
    ///
    /// Such a line is a sentence, so only its place and a word for the trade tell it from the story. The last lines that
    /// stay are looked at, and none when the story has fewer than three paragraphs beside them.
    mutating func markAboutTheWriter() {
        let kept = lines.indices.filter { isKept($0) }
        let paragraphs = kept.filter { lines[$0].isParagraph }
        guard paragraphs.count >= 4 else { return }
        if let heading = kept.suffix(5).first(where: { lines[$0].namesTheWriter }), heading > paragraphs[2] {
            for index in kept where index >= heading { mark(index, .byline, "about the writer") }
            return
        }
        for index in kept.suffix(2).reversed() {
            guard lines[index].isAboutTheWriter else { return }
            mark(index, .byline, "about the writer")
        }
    }
}

extension Line {
    /// A heading over a few words on the writer: `عن الكاتب`, `About the author`, `Zum Autor`.
    fileprivate var namesTheWriter: Bool {
        guard (2...4).contains(words.count), ending == .none || ending == .colon, has(.writer) else { return false }
        return unknown(besides: [.writer, .content, .bylineLabel])
            <= (words.first.map { Writing.about.contains($0.hash) } == true ? 1 : -1)
    }

    fileprivate var isAboutTheWriter: Bool {
        guard (3...60).contains(words.count), opening != .quote else { return false }
        if isArabic {
            let isMarked = folded.first == UInt8(ascii: "*") || opening == .dash && ending != .stop && words.count <= 12
            guard isMarked, roles(of: 0..<3).isDisjoint(with: .opener) else { return false }
            return words.prefix(4).contains { Writing.trades.contains($0.hash) || $0.roles.contains(.writer) }
        }
        // News name people by their second name, a note on the writer by both.
        guard let verb = (2..<min(6, words.count)).first(where: { Writing.introduces.contains(words[$0].hash) }) else {
            return false
        }
        let isTheWriter = verb <= 3 && roles(of: 0..<verb).contains(.writer) && count(.function, in: 0..<verb) <= 1
        guard isTheWriter || count([.function, .opener, .number, .writer], in: 0..<verb) == 0 else { return false }
        return words.dropFirst(verb + 1).prefix(6).contains { Writing.trades.contains($0.hash) }
    }
}

/// Words of notes on writers, folded and hashed.
private enum Writing {
    static let about = Lexicon.hashes("about عن نبذة حول zum über sobre à del об درباره על yazar tentang")
    static let introduces = Lexicon.hashes("is was ist schreibt est es é è является yazıyor adalah")
    static let trades = Lexicon.hashes(
        """
        journalist reporter writer author columnist editor correspondent professor fellow researcher contributor
        freelance lecturer essayist novelist producer blogger
        journalistin redakteur redakteurin reporterin autor autorin korrespondent korrespondentin professorin
        journaliste rédacteur rédactrice correspondant chroniqueur professeur écrivain
        periodista redactor redactora corresponsal escritor escritora profesor profesora columnista
        jornalista repórter colunista professora giornalista журналист обозреватель корреспондент писатель
        gazeteci jurnalis wartawan penulis
        كاتب كاتبة صحافي صحافية صحفي صحفية باحث باحثة أستاذ أستاذة محلل محللة إعلامي إعلامية روائي روائية أكاديمي
        أكاديمية خبير خبيرة دبلوماسي محام شاعر شاعرة ناقد ناقدة سفير وزير مستشار طبيب مدير رئيس
        """)
}
