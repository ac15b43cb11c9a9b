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
    /// The Gregorian month where a full stop follows the day, 0 for the same.
    var dottedMonth: UInt8 = 0
    /// The year before the first of an era.
    var era: Int?
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
        lexemes.reserveCapacity(4096)
        addMonths(DateNames.gregorianMonths, \.gregorianMonth)
        addMonths(DateNames.dottedMonths, \.dottedMonth)
        addMonths(DateNames.hijriMonths, \.hijriMonth)
        addMonths(DateNames.persianMonths, \.persianMonth)
        DateTable.read(DateNames.weekdays) { entry in add(entry.name) { $0.roles.insert(.weekday) } }
        for table in [DateWords.labels, DateWords.fillers, DateWords.relations, DateWords.halves, DateWords.units] {
            DateTable.read(table) { entry in add(entry.name) { DateLexicon.assign(entry.role, to: &$0) } }
        }
        DateTable.read(DateWords.eras) { entry in add(entry.name) { $0.era = Int(entry.role) } }
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

    private mutating func addMonths(_ table: String, _ month: WritableKeyPath<DateLexeme, UInt8>) {
        DateTable.read(table) { entry in
            guard entry.column < 12 else { return }
            add(entry.name) { $0[keyPath: month] = UInt8(entry.column + 1) }
        }
    }

    private mutating func addZones(_ table: String, _ zone: WritableKeyPath<DateLexeme, Int?>) {
        DateTable.read(table) { entry in
            let name = String(decoding: entry.name, as: UTF8.self)
            let isPlace = name.unicodeScalars.contains { $0.value > 0x600 } && !name.contains("توقيت")
            add(entry.name) { lexeme in
                lexeme[keyPath: zone] = Int(entry.role)
                if isPlace { lexeme.roles.insert(.place) }
            }
        }
    }

    private mutating func add(_ expression: UnsafeBufferPointer<UInt8>, _ change: (inout DateLexeme) -> Void) {
        Folding.fold(expression).withUnsafeBufferPointer { bytes in
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
