import NewsModel

extension Rule {
    /// Whose picture it was: `تصوير: علي الزهراني`, `(تصوير: علي الشهري)`, `صورة أرشيفية`, `Photo: Getty Images`.
    static let photoCredit = Rule("photo credit", .caption) { line in
        if line.words.count <= 6, line.has(.agency), !line.has(.number), line.folded[...].holds("©") { return true }
        if line.isPictureOrigin || line.isPictureKind || line.isCameraAndName || line.isCourtesy || line.tellsPlaces {
            return true
        }
        guard line.words.count <= 14, line.ending != .stop || line.words.count <= 4, line.has(.photo) else {
            return false
        }
        let first = line.roles(at: 0)
        guard first.contains(.photo), !first.contains(.conjoined) else {
            return line.words.count <= 6 && line.has(.agency) && line.unknown(besides: [.photo, .agency]) == 0
        }
        if line.unknown(besides: [.photo, .agency, .flag]) == 0 {
            return line.words.count > 1 || line.opening == .bracket || first.contains(.content)
                || first.isDisjoint(with: [.place, .pictured])
        }
        if line.has([.agency, .outlet]), line.words.count <= 6, line.unknown(besides: [.photo, .agency, .outlet]) == 0 {
            return true
        }
        if line.isPhotographer { return true }
        guard let label = line.label(within: 3) else { return line.opening == .bracket }
        return line.unknown(besides: [.photo], in: 0..<label) == 0 && line.words.count - label <= 8
    }

    /// A photographer and an agency: `AFP / فتحي بلعيد`, `(Jane Doe/Reuters)`.
    static let photographer = Rule("photographer and agency", .caption) { line in line.isAgencyAndName }

    /// A label that only stands under pictures, before a comma or colon, or what a picture is said to be at the end:
    /// `صدر الصورة، Getty Images`, `التعليق على الصورة، كيم وبوتين`, `بوتين وكيم - صورة أرشيفية`.
    static let pictureNote = Rule("note on a picture", .caption) { line in
        guard (2...30).contains(line.words.count), line.ending != .stop else { return false }
        if line.isForeignLabel { return true }
        if let label = line.pictureLabel {
            let gap = line.gap(after: label - 1)
            return gap.contains { ":,-".utf8.contains($0) } || gap.holds("،")
        }
        guard let last = line.parts?.last, last.count < line.words.count else { return false }
        if (2...5).contains(last.count), Camera.lenses.contains(line.words[last.lowerBound].hash),
            line.roles(of: last).isDisjoint(with: [.number, .opener])
        {
            return true
        }
        if last.count == 1, line.words.count <= 10, let word = line.words.last {
            return Camera.archived.contains(word.hash) && !line.has([.opener, .conjoined])
        }
        return last.count >= 2 && line.count(.photo, in: last) == last.count
    }
}

extension Line {
    /// `AFP / فتحي بلعيد`, `فتحي بلعيد/رويترز`: an agency, a stroke, a name.
    fileprivate var isAgencyAndName: Bool {
        guard (2...7).contains(words.count), ending == .none, folded.contains(UInt8(ascii: "/")),
            let parts, parts.count == 2, !has([.number, .opener, .conjoined])
        else { return false }
        let agencies = parts.filter { unknown(besides: [.agency, .outlet], in: $0) == 0 && count(.agency, in: $0) > 0 }
        let names = parts.filter { isName($0) || (2...3).contains($0.count) && roles(of: $0).isSubset(of: .nameLike) }
        return agencies.count == 1 && names.count == 1 && agencies != names
    }

    /// Two words that say what kind of picture it is, or who showed it: `صورة تعبيرية من بيكسلز`,
    /// `صورة أرشيفية لقوات الأمن في بغداد`, `صورة نشرتها الوزارة`.
    ///
    /// `صورة قاتمة` is a subheading.
    fileprivate var isPictureKind: Bool {
        guard (2...14).contains(words.count), ending == .none, opening != .quote, let first = words.first,
            !first.roles.contains(.conjoined)
        else { return false }
        if words.count <= 5, first.roles.contains(.photo), roles(at: 1).contains(.photo), !has([.conjoined, .opener]) {
            return true
        }
        return Camera.pictures.contains(first.hash) && Camera.kinds.contains(words[1].hash)
    }

    /// `تصوير محمد عبد الله`, `عدسة/ علي سلمان`
    fileprivate var isCameraAndName: Bool {
        guard (2...6).contains(words.count), ending == .none, let first = words.first, Camera.work.contains(first.hash)
        else { return false }
        if !gap(after: 0).allSatisfy({ $0 == 0x20 }) { return words.count <= 5 }
        let isGiven = roles(at: 1).contains(.givenName) && !roles(at: 1).contains(.function)
        return Camera.lenses.contains(first.hash) && isGiven && isName(1..<words.count)
    }

    /// `Courtesy of the museum`
    fileprivate var isCourtesy: Bool {
        (2...8).contains(words.count) && ending == .none
            && words.first.map { Camera.courtesy.contains($0.hash) } == true
    }

    /// Who stands where: `من اليمين: الوزير والسفير والمدير`, `الوزير (يمين) يصافح نظيره`.
    fileprivate var tellsPlaces: Bool {
        guard (3...24).contains(words.count), ending == .none, !has(.opener) else { return false }
        let opens = words.first.map { Camera.from.contains($0.hash) } ?? false
        if opens, Camera.sides.contains(words[1].hash), gap(after: 1).contains(UInt8(ascii: ":")) { return true }
        return words.indices.dropFirst().contains { index in
            Camera.sides.contains(words[index].hash) && gap(after: index).contains(UInt8(ascii: ")"))
                && (gap(after: index - 1).contains(UInt8(ascii: "("))
                    || index >= 2 && gap(after: index - 2).contains(UInt8(ascii: "(")))
        }
    }

    /// `تصوير - يوسف العمري`, `Photo by Jane Doe on Unsplash`: work on pictures, and a name.
    fileprivate var isPhotographer: Bool {
        guard (3...9).contains(words.count), ending == .none, opening != .quote, !has(.opener) else { return false }
        if roles(at: 1).contains(.bylineLabel) && !isArabic { return true }
        guard let parts, parts.count == 2, parts[0].count == 1 else { return false }
        return isName(parts[1]) || (2...3).contains(parts[1].count) && roles(of: parts[1]).isSubset(of: .nameLike)
    }

    /// `الصورة من حساب الوزارة على «إكس»`
    fileprivate var isPictureOrigin: Bool {
        guard (3...10).contains(words.count), ending == .none, roles(at: 0).contains(.photo) else { return false }
        return roles(at: 1).contains(.function) && has([.platform, .channel]) && !has([.opener, .number])
    }

    /// A label in another script than what follows: `Image caption الرئيس خلال إلقاء خطابه`.
    fileprivate var isForeignLabel: Bool {
        guard words.count >= 4, !isArabic, roles(at: 0).contains(.photo), roles(at: 1).contains(.photo) else {
            return false
        }
        return words.dropFirst(2).allSatisfy { (0xD8...0xDB).contains(folded[$0.range.lowerBound]) }
    }

    /// The words of a label that names the picture itself: `صدر الصورة`.
    fileprivate var pictureLabel: Int? {
        let run = words.prefix { $0.roles.contains(.photo) || $0.roles.contains(.function) }
        let named = run.count >= 2 && run.filter { $0.roles.contains(.photo) }.count >= 2
        return named && roles(at: 0).contains(.photo) && run.count < words.count ? run.count : nil
    }
}

extension Roles {
    /// What the words of a name that no list knows may do elsewhere.
    fileprivate static let nameLike: Roles = [.givenName, .honorific, .beginsPhrase]
}

extension Rule {
    /// Agencies by themselves between paragraphs, which stood under a picture: `Reuters`, `أ ف ب`, `عبر رويترز`.
    static let bareAgency = Rule("agency under a picture", .caption) { line in
        guard (1...4).contains(line.words.count), line.ending == .none,
            line.opening == .none || line.opening == .bracket
        else { return false }
        var named = 0
        for word in line.words {
            if Camera.agencies.contains(word.hash) {
                named += 1
            } else if !Camera.throughs.contains(word.hash) && !word.roles.contains(.agency) {
                return false
            }
        }
        return named > 0
    }
}

/// Words around pictures, folded and hashed.
private enum Camera {
    static let pictures = Lexicon.hashes(
        "صورة الصورة صور الصور لقطة اللقطة مقطع فيديو مشهد خريطة خارطة رسم إنفوغراف إنفوجراف إنفوغرافيك إنفوجرافيك انفوجرافيك غرافيك جرافيك"
    )
    static let kinds = Lexicon.hashes(
        """
        أرشيفية ارشيفيه أرشيفي تعبيرية تعبيري توضيحية توضيحي متداولة متداول مركبة عامة مأخوذة مأخوذ ملتقطة ملتقط التقطت التقطتها
        التقطها نشرتها نشرها نشره وزعتها وزعها بثتها بثها بثه قدمتها قدمها أصدرتها تجمع تجمعه تظهر يظهر تبين توضح تعود رمزية
        تخيلية تذكارية جوية مولدة منشورة مقتطعة مقتبسة مدمجة جماعية التقط خاصة بياني تبرز يبين يوضح ترصد يرصد توثق يوثق
        """)
    static let archived = Lexicon.hashes("أرشيفية أرشيفي ارشيفيه تعبيرية توضيحية")
    static let work = Lexicon.hashes("تصوير بعدسة عدسة رسم رسوم تصميم غرافيك جرافيك كاريكاتير ريشة صورة")
    static let courtesy = Lexicon.hashes("courtesy")
    static let lenses = Lexicon.hashes("تصوير بعدسة عدسة")
    static let from = Lexicon.hashes("من إلى على from de da von")
    static let sides = Lexicon.hashes(
        "اليمين يمين يمينا اليسار يسار يسارا left right centre center links rechts gauche droite")
    static let agencies = Lexicon.hashes(
        """
        رويترز الأناضول غيتي جيتي إيمجز إيميجز إيماجز إيمدجز شترستوك شاترستوك شترتستوك آيستوك أيستوك ايستوك ألامي أنسبلاش بيكسلز بيكساباي نورفوتو برس أسوشيتد أسوشييتد أسوشيتدبرس ف reuters afp getty epa ap anadolu shutterstock
        istock alamy unsplash pixabay pexels dpa efe xinhua imago nurphoto
        """)
    static let throughs = Lexicon.hashes("عبر عن من وكالة via images image photo photos getty foto news agency أ ب د إ")
}
