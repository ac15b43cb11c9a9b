/// The calendars of the press.
enum DateCalendar: Sendable {
    case gregorian, hijri, persian
}

/// The halves of the day that are printed beside a clock time.
enum DayHalf: Sendable {
    case morning, afternoon, noon, night
}

/// What spans are counted in.
enum SpanUnit: Sendable {
    case second, minute, hour, day, week, month, year
}

/// What a word can mean in a date. Short words mean several things (`mar` is March and Tuesday); the place decides.
struct DateLexeme: Sendable {
    struct Roles: OptionSet, Sendable {
        let rawValue: UInt32

        static let weekday = Roles(rawValue: 1 << 0)
        static let published = Roles(rawValue: 1 << 1)
        static let updated = Roles(rawValue: 1 << 2)
        static let filler = Roles(rawValue: 1 << 3)
        static let clock = Roles(rawValue: 1 << 4)
        static let ordinal = Roles(rawValue: 1 << 5)
        static let hijri = Roles(rawValue: 1 << 6)
        static let gregorian = Roles(rawValue: 1 << 7)
        static let persian = Roles(rawValue: 1 << 8)
        static let buddhist = Roles(rawValue: 1 << 9)
        static let yearMark = Roles(rawValue: 1 << 10)
        static let monthMark = Roles(rawValue: 1 << 11)
        static let dayMark = Roles(rawValue: 1 << 12)
        static let hourMark = Roles(rawValue: 1 << 13)
        static let minuteMark = Roles(rawValue: 1 << 14)
        static let secondMark = Roles(rawValue: 1 << 15)
        static let agoBefore = Roles(rawValue: 1 << 16)
        static let agoAfter = Roles(rawValue: 1 << 17)
        static let now = Roles(rawValue: 1 << 18)
        static let firstDay = Roles(rawValue: 1 << 19)
        static let lastDay = Roles(rawValue: 1 << 20)
        /// The word is Korean.
        static let korean = Roles(rawValue: 1 << 21)

        /// A place whose time is meant after a clock time or a word for the zone; elsewhere it is just a place.
        static let place = Roles(rawValue: 1 << 22)

        static let label: Roles = [.published, .updated]
        /// What may stand between a date and its time.
        static let connector: Roles = [.weekday, .filler, .clock, .hijri, .gregorian, .persian, .dayMark]
    }

    var roles: Roles = []
    /// 1…12, 0 for none.
    var gregorianMonth: UInt8 = 0
    var hijriMonth: UInt8 = 0
    var persianMonth: UInt8 = 0
    var half: DayHalf?
    var unit: SpanUnit?
    /// Two for a dual (`ساعتين`), 30 minutes for half an hour, else one.
    var unitCount = 1
    /// Written-out numbers, 1…10.
    var number: Int?
    /// Days from today, 0…−2.
    var dayOffset: Int?
    /// Minutes east of Greenwich.
    var zone: Int?
    /// The same, of a zone that has American summer time; the minutes of winter.
    var americanZone: Int?

    var isMonth: Bool { gregorianMonth | hijriMonth | persianMonth != 0 }
}

/// All words that occur in dates, by their folded spelling.
struct DateLexicon: Sendable {
    private var lexemes: [UInt64: DateLexeme] = [:]
    /// Openings of expressions of several words.
    private var openings: Set<UInt64> = []

    static let standard = DateLexicon()

    private init() {
        addMonths(DateNames.gregorianMonths, \.gregorianMonth)
        addMonths(DateNames.hijriMonths, \.hijriMonth)
        addMonths(DateNames.persianMonths, \.persianMonth)
        for (_, names) in records(DateNames.weekdays) {
            for name in names { add(name) { $0.roles.insert(.weekday) } }
        }
        addRoles(DateWords.labels)
        addRoles(DateWords.fillers)
        addRoles(DateWords.relations)
        addRoles(DateWords.halves)
        addRoles(DateWords.units)
        addZones(DateWords.zones, \.zone)
        addZones(DateWords.americanZones, \.americanZone)
    }

    /// What a word or expression means, `nil` for one that has no place in a date.
    func lexeme(_ key: UInt64) -> DateLexeme? { lexemes[key] }

    /// Whether a longer expression begins so.
    func opens(_ key: UInt64) -> Bool { openings.contains(key) }

    // MARK: Keys

    static let emptyKey: UInt64 = 0xCBF2_9CE4_8422_2325

    /// The key of an expression with one more word.
    static func key(_ key: UInt64, adding word: UnsafeBufferPointer<UInt8>.SubSequence) -> UInt64 {
        var key = key
        if key != emptyKey { key = (key ^ 0x20) &* 0x100_0000_01B3 }
        for byte in word { key = (key ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return key
    }

    // MARK: Reading the tables

    /// The lines of a table; one that ends in a comma goes on in the next. Fields are separated by commas, what stands
    /// before a colon is the line's role.
    private func records(_ table: String) -> [(role: String, fields: [String])] {
        DateLexicon.joined(table).map { line in
            let parts = line.split(separator: ":", maxSplits: 1)
            let fields = (parts.last ?? "").split(whereSeparator: { $0 == "," || $0 == "|" }).map(String.init)
            return (parts.count == 2 ? String(parts[0]) : "", fields)
        }
    }

    private mutating func addMonths(_ table: String, _ month: WritableKeyPath<DateLexeme, UInt8>) {
        for line in DateLexicon.joined(table) {
            for (index, names) in line.split(separator: ",").prefix(12).enumerated() {
                for name in names.split(separator: "|") {
                    add(String(name)) { $0[keyPath: month] = UInt8(index + 1) }
                }
            }
        }
    }

    private mutating func addZones(_ table: String, _ zone: WritableKeyPath<DateLexeme, Int?>) {
        for (role, names) in records(table) {
            for name in names {
                let isPlace = name.unicodeScalars.contains { $0.value > 0x600 } && !name.contains("توقيت")
                add(name) { lexeme in
                    lexeme[keyPath: zone] = Int(role)
                    if isPlace { lexeme.roles.insert(.place) }
                }
            }
        }
    }

    private mutating func addRoles(_ table: String) {
        for (role, names) in records(table) {
            for name in names { add(name) { DateLexicon.assign(role, to: &$0) } }
        }
    }

    static func joined(_ table: String) -> [String] {
        table.split(separator: "\n").reduce(into: []) { lines, line in
            if let last = lines.last, last.hasSuffix(",") {
                lines[lines.count - 1] = last + " " + line
            } else {
                lines.append(String(line))
            }
        }
    }

    private mutating func add(_ expression: String, _ change: (inout DateLexeme) -> Void) {
        let folded = Array(Folding.fold(expression).utf8)
        folded.withUnsafeBufferPointer { bytes in
            var key = DateLexicon.emptyKey
            for word in DateTokens.words(bytes) {
                if key != DateLexicon.emptyKey { openings.insert(key) }
                key = DateLexicon.key(key, adding: bytes[word])
            }
            change(&lexemes[key, default: DateLexeme()])
        }
    }

    private static func assign(_ role: String, to lexeme: inout DateLexeme) {
        if let flag = flags[role] {
            lexeme.roles.insert(flag)
        } else if let half = halves[role] {
            lexeme.half = half
        } else if let unit = units[role] {
            lexeme.unit = unit
        } else if let unit = duals[role] {
            lexeme.unit = unit
            lexeme.unitCount = 2
        } else if let minutes = fractions[role] {
            lexeme.unit = .minute
            lexeme.unitCount = minutes
        } else if let day = days[role] {
            lexeme.dayOffset = day
        } else if let number = numbers.firstIndex(of: role) {
            lexeme.number = number + 1
        }
    }

    private static let flags: [String: DateLexeme.Roles] = [
        "published": .published, "updated": .updated, "filler": .filler, "clock": .clock, "ordinal": .ordinal,
        "hijri": .hijri, "gregorian": .gregorian, "persian": .persian, "buddhist": .buddhist, "yearMark": .yearMark,
        "monthMark": .monthMark, "dayMark": .dayMark, "hourMark": .hourMark, "minuteMark": .minuteMark,
        "secondMark": .secondMark, "agoBefore": .agoBefore, "agoAfter": .agoAfter, "now": .now,
        "firstDay": .firstDay, "lastDay": .lastDay, "korean": .korean,
    ]
    private static let halves: [String: DayHalf] = [
        "morning": .morning, "afternoon": .afternoon, "noon": .noon, "night": .night,
    ]
    private static let units: [String: SpanUnit] = [
        "second": .second, "minute": .minute, "hour": .hour, "day": .day, "week": .week, "month": .month, "year": .year,
    ]
    private static let duals: [String: SpanUnit] = [
        "twoSeconds": .second, "twoMinutes": .minute, "twoHours": .hour, "twoDays": .day, "twoWeeks": .week,
        "twoMonths": .month, "twoYears": .year,
    ]
    private static let fractions = ["halfHour": 30, "quarterHour": 15]
    private static let days = ["today": 0, "yesterday": -1, "dayBefore": -2]
    private static let numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
}
