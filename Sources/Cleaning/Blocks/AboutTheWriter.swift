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
        markNamesAgain()
        for index in lines.indices.filter({ isKept($0) }).suffix(2).reversed() {
            guard lines[index].isAboutTheWriter else { return }
            mark(index, .byline, "about the writer")
        }
    }

    /// The writer's name again below the story, and what is said of the writer under it.
    private mutating func markNamesAgain() {
        let writers = (readAuthors() + article.authors).map { Line($0) }.filter { $0.words.count >= 2 }
        guard !writers.isEmpty else { return }
        for index in lines.indices where isKept(index) && index > firstParagraph && lines[index].words.count <= 6 {
            guard writers.contains(where: { lines[index].repeats($0) }) else { continue }
            mark(index, .byline, "the writer's name again")
            guard let next = (index + 1..<lines.count).first(where: { isKept($0) }), next > lastParagraph - 1 else {
                return
            }
            if lines[next].tellsTrade { mark(next, .byline, "about the writer") }
        }
    }
}

extension Line {
    /// Opens with what someone does: `مهندس برمجيات ومدوّن تقني، يكتب عن الهواتف منذ 2012.`
    fileprivate var tellsTrade: Bool {
        guard (2...40).contains(words.count), opening != .quote, roles(at: 0).isDisjoint(with: .opener) else {
            return false
        }
        return words.prefix(5).contains { Writing.trades.contains($0.hash) }
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
        if folded.first == UInt8(ascii: "*"), words.count <= 40, ending != .question {
            let first = words.prefix(6)
            if first.contains(where: { Writing.trades.contains($0.hash) }), roles(of: 0..<3).isDisjoint(with: .opener) {
                return true
            }
        }
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
        أكاديمية خبير خبيرة مدون مدونة مهندس مهندسة
        نویسنده روزنامه پژوهشگر استاد تحلیلگر کارشناس خبرنگار مترجم مصنف صحافی تجزیہ کالم پروفیسر محقق
        עיתונאי עיתונאית כותב כותבת חוקר חוקרת פרופסור סופר סופרת מרצה دبلوماسي محام شاعر شاعرة ناقد ناقدة سفير وزير مستشار طبيب مدير رئيس
        """)
}
