import NewsModel

extension Draft {
    /// The lines that are entries of a list or table of the story: prices, times of prayer, the weather, groups of a cup,
    /// days of a tour. Two or more in a row, with figures or several names behind a label, or behind a day.
    static func entries(of lines: [Line]) -> [Bool] {
        var entries = [Bool](repeating: false, count: lines.count)
        var start = 0
        while start < lines.count {
            guard lines[start].isEntry else {
                start += 1
                continue
            }
            let end = lines[start...].firstIndex { !$0.isEntry } ?? lines.count
            let sameLabel = lines[start].word(0) == lines[end - 1].word(0)
            let isProgramme = lines[start..<end].allSatisfy(\.isDated)
            let isPair = sameLabel || isProgramme || lines[start].sharesLabel(with: lines[end - 1])
            if end - start >= 3 || end - start == 2 && isPair {
                for index in start..<end { entries[index] = true }
            }
            start = end
        }
        markDates(in: lines, &entries)
        markFigures(in: lines, &entries)
        markRows(in: lines, &entries)
        markLabels(in: lines, &entries)
        markAnnounced(in: lines, &entries)
        return entries
    }

    /// Three lines or more below the first paragraph that say who does what: `حكم الساحة: باملاك تيسيما (إثيوبيا)`.
    private static func markLabels(in lines: [Line], _ entries: inout [Bool]) {
        guard let first = lines.firstIndex(where: \.isParagraph) else { return }
        var start = first + 1
        while start < lines.count {
            let end = lines[start...].firstIndex { !$0.isLabelled } ?? lines.count
            if end - start >= 3 { for index in start..<end { entries[index] = true } }
            start = max(end, start) + 1
        }
    }

    /// A list of two or more that the line above it announces: `انتقل إلى رحمة الله كل من:`, `- الحاجة فاطمة سليمان / مادبا`.
    private static func markAnnounced(in lines: [Line], _ entries: inout [Bool]) {
        for index in lines.indices where lines[index].ending == .colon && lines[index].words.count >= 4 {
            let list = lines[(index + 1)...].prefix { $0.isListed && !$0.isCutOff }
            if list.count >= 2 { for entry in list.indices { entries[entry] = true } }
        }
    }

    /// Days in a table of the story, which return every second to fifth line with a word or three between them:
    /// `دار المعدات`, `31.20`, `2024-04-08`, `النخبة الطبية`, `22.50`, `2024-04-15`.
    private static func markDates(in lines: [Line], _ entries: inout [Bool]) {
        guard let first = lines.firstIndex(where: \.isParagraph) else { return }
        for index in lines.indices where index > first && lines[index].isDay {
            for next in (index + 1)..<min(index + 6, lines.count) where lines[next].isDay {
                let between = lines[(index + 1)..<next]
                guard between.allSatisfy({ $0.words.count <= 3 && $0.ending == .none }), next > index + 1 else { break }
                entries[index] = true
                entries[next] = true
                break
            }
        }
    }

    /// Three rows or more with a figure and the same last word: `61 صوتا`, `12 صوتا`.
    private static func markRows(in lines: [Line], _ entries: inout [Bool]) {
        var start = 0
        while start < lines.count {
            guard let unit = lines[start].unit else {
                start += 1
                continue
            }
            let end = lines[start...].firstIndex { $0.unit != unit } ?? lines.count
            if end - start >= 3 { for index in start..<end { entries[index] = true } }
            start = end
        }
    }

    /// What closes the report of a match or a forecast, below its first paragraph: `الإنذارات: ناجي (40)، الفضلي (66)`.
    private static func markFigures(in lines: [Line], _ entries: inout [Bool]) {
        guard let first = lines.firstIndex(where: \.isParagraph) else { return }
        for index in lines.indices where index > first && lines[index].isFigure { entries[index] = true }
        for index in lines.indices.dropLast() where index > first && lines[index].isPair(with: lines[index + 1]) {
            entries[index] = true
            entries[index + 1] = true
        }
    }
}

extension Line {
    /// `الذهب عيار 21: 2756 جنيها`, `الفجر: 04:12`, `المجموعة الأولى: مصر، غانا`, `June 9 – Tampa, FL`.
    fileprivate var isEntry: Bool {
        guard kind == .line, (2...16).contains(words.count), !isParagraph else { return false }
        if isDated { return true }
        guard let label = label(within: 5), label < words.count, gap(after: label - 1).contains(UInt8(ascii: ":"))
        else {
            return false
        }
        let page: Roles = [
            .sourceLabel, .tagLabel, .bylineLabel, .work, .dateLabel, .photo, .reading, .more, .also, .related, .button,
            .comment, .sharing, .following, .clock,
        ]
        let isList = words.indices.dropFirst(label).contains { gap(after: $0).holds("،") }
        return roles(of: 0..<label).isDisjoint(with: page) && (count(.number, in: label..<words.count) > 0 || isList)
    }

    /// A day, then what happens on it: `الخميس 6 يونيو: مصر - بوركينا فاسو`.
    fileprivate var isDated: Bool {
        let day = 0..<(roles(at: 0).contains(.weekday) ? 3 : 2)
        return words.count >= 4 && !has(.dateLabel) && count(.number, in: day) == 1 && count(.month, in: day) == 1
            && unknown(besides: Line.dateWords.union(.bylineLabel), in: day.upperBound..<words.count) >= 2
    }

    /// A label that is no word of pages and a few words about it: `مدير الامتحانات: با عمر صمبا`. What papers say of
    /// themselves and of the makers of a story (`تحرير: …`, `هاتف: …`) is known by its label.
    var isLabelled: Bool {
        guard kind == .line, isArabic, (2...20).contains(words.count), ending == .none || ending == .stop,
            let label = label(within: 5), label < words.count, gap(after: label - 1).contains(UInt8(ascii: ":"))
        else { return false }
        let world: Roles = [.function, .beginsPhrase, .formal, .place, .number, .honorific]
        guard roles(of: 0..<label).subtracting(world).isEmpty,
            !has([.content, .button, .sharing, .following, .platform])
        else { return false }
        // What a line is about stands last: `خط الدفاع` is no font, `حجم الخط` is one.
        let functions = (0..<label).map { Stems.ofPages.functions(of: word($0)) }
        return functions.last?.isEmpty ?? false
            && functions.allSatisfy { $0.isSubset(of: [.thing, .part, .action, .picture]) }
    }

    /// An office and who holds it: `مكلف بمهمة: الدكتور سيدي محمد ولد الشيخ أحمد`.
    var namesHolder: Bool {
        guard isLabelled, let label = label(within: 5) else { return false }
        return (label..<label + 2).contains { !roles(at: $0).isDisjoint(with: [.givenName, .honorific]) }
    }

    /// The hash of the last word of a short line with a figure in it.
    fileprivate var unit: UInt64? {
        guard (2...6).contains(words.count), has(.number), let last = words.last else { return nil }
        guard last.roles.isDisjoint(with: [.number, .month, .clock, .minute, .measure, .content, .button]) else {
            return nil
        }
        return last.hash
    }

    /// A word stands in both labels: `رقم الحظ: 7`, `لون الحظ: الأزرق`.
    fileprivate func sharesLabel(with other: Line) -> Bool {
        guard let mine = label(within: 5), let label = other.label(within: 5) else { return false }
        let words = Set(words[..<mine].filter { $0.range.count >= 6 }.map(\.hash))
        return other.words[..<label].contains { words.contains($0.hash) }
    }

    /// Two lines of one kind, at least one with a figure: `رقم الحظ: 7`, `لون الحظ: الأزرق`.
    fileprivate func isPair(with other: Line) -> Bool {
        guard words.count <= 8, other.words.count <= 8, has(.number) || other.has(.number) else { return false }
        let page: Roles = [
            .sourceLabel, .tagLabel, .bylineLabel, .work, .dateLabel, .photo, .button, .comment, .content,
        ]
        return !has(page) && !other.has(page) && sharesLabel(with: other)
    }

    /// A day and nothing else: no label, no time of day.
    fileprivate var isDay: Bool {
        (1...5).contains(words.count) && !has([.dateLabel, .clock, .minute]) && !hasClockTime && isDateLine
    }

    /// A label of sport, recipes, books or forecasts and what it is about; or a label that is no word of pages, and
    /// figures in brackets.
    fileprivate var isFigure: Bool {
        guard kind == .line, (2...24).contains(words.count), ending != .colon, let label = label(within: 4),
            label < words.count, gap(after: label - 1).contains(UInt8(ascii: ":")), label <= 3
        else { return false }
        if Figures.labels.contains(words[0].hash) { return true }
        guard roles(of: 0..<label).subtracting([.function, .beginsPhrase]).isEmpty, isArabic else { return false }
        guard (0..<label).allSatisfy({ Stems.ofPages.functions(of: word($0)).isEmpty }) else { return false }
        return words.indices.dropFirst(label).contains { index in
            roles(at: index).contains(.number) && gap(after: index).contains(UInt8(ascii: ")"))
        }
    }
}

/// What figures and lists of a story are of, folded and hashed.
private enum Figures {
    static let labels = Lexicon.hashes(
        """
        الإنذارات إنذارات الإنذار الطرد الأهداف أهداف الهدف هدافو سجل التشكيلة تشكيلة التشكيل البدلاء البدائل الاحتياط الاحتياطيون
        الحكم حكم الحكام الملعب الجمهور الحضور المدرب النتيجة الترتيب الرصيد المقادير المكونات مقادير مكونات الوزن الطول
        التحضير حظك مهنيا عاطفيا صحيا ماليا اجتماعيا الفائز الفائزون الفائزة البطولة بطولة
        الدفاع الوسط الهجوم الحراسة حراسة المرمى الشوط ضربات ركلات الركلات
        scorers goals booked substitutes referee attendance lineup ingredients
        """)
}
