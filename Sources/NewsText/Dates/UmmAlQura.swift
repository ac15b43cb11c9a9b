import NewsModel

/// The Hijri calendar of Saudi Arabia, 1300–1600 AH. Its months follow the computed moon, so only a table knows them.
///
/// Source: the Umm al-Qura tables as published in Unicode ICU (calendar `islamic-umalqura`).
enum UmmAlQura {
    static let years = 1300...1600

    /// The day, `nil` when the calendar has no such day or the year is not in the table.
    static func date(year: Int, month: Int, day: Int) -> CivilDate? {
        guard years.contains(year), (1...12).contains(month), day >= 1, day <= days(in: month, of: year) else {
            return nil
        }
        let earlierMonths = (1..<month).reduce(0) { $0 + days(in: $1, of: year) }
        return CivilDate(daysSince1970: starts[year - years.lowerBound] + earlierMonths + day - 1)
    }

    /// 29 or 30. Year and month are in range.
    static func days(in month: Int, of year: Int) -> Int {
        29 + lengths[year - years.lowerBound] >> (12 - month) & 1
    }

    /// 1 Muharram 1300, 12 November 1882, in days after 1970-01-01.
    private static let epoch = -31_826

    /// The first day of each year.
    private static let starts: [Int] = {
        var day = epoch
        return lengths.map { year in
            defer { day += 12 * 29 + year.nonzeroBitCount }
            return day
        }
    }()

    /// A year each: twelve bits, the first month highest, set for a month of 30 days.
    private static let lengths: [Int] = source.split(whereSeparator: \.isWhitespace).compactMap { Int($0, radix: 16) }

    private static let source = """
        AAA D54 EC9 6D4 6EA 36C AAD 555 6A9 792 BA9 5D4 ADA 55C D2D 695 74A B54 B6A 5AD 4AE A4F 517 68B 6A5
        AD5 2D6 95B 49D A4D D26 D95 5AC 9B6 2BA A5B 52B A95 6CA AE9 2F4 976 2B6 956 ACA BA4 BD2 5D9 2DC 96D
        54D AA5 B52 BA5 5B4 9B6 557 297 54B 6A3 752 B65 56A AAB 52B C95 D4A DA5 5CA AD6 957 4AB 94B AA5 B52
        B6A 575 276 8B7 45B 555 5A9 5B4 9DA 4DD 26E 936 AAA D54 DB2 5D5 2DA 95B 4AB A55 B49 B64 B71 5B4 AB5
        A55 D25 E92 EC9 6D4 AE9 96B 4AB A93 D49 DA4 DB2 AB9 4BA A5B 52B A95 B2A B55 55C 4BD 23D 91D A95 B4A
        B5A 56D 2B6 93B 49B 655 6A9 754 B6A 56C AAD 555 B29 B92 BA9 5D4 ADA 55A AAB 595 749 764 BAA 5B5 2B6
        A56 E4D B25 B52 B6A 5AD 2AE 92F 497 64B 6A5 6AC AD6 55D 49D A4D D16 D95 5AA 5B5 2DA 95B 4AD 595 6CA
        6E4 AEA 4F5 2B6 956 AAA B54 BD2 5D9 2EA 96D 4AD A95 B4A BA5 5B2 9B5 4D6 A97 547 693 749 B55 56A A6B
        52B A8B D46 DA3 5CA AD6 4DB 26B 94B AA5 B52 B69 575 176 8B7 25B 52B 565 5B4 9DA 4ED 16D 8B6 AA6 D52
        DA9 5D4 ADA 95B 4AB 653 729 762 BA9 5B2 AB5 555 B25 D92 EC9 6D2 AE9 56B 4AB A55 D29 D54 DAA 9B5 4BA
        A3B 49B A4D AAA AD5 2DA 95D 45E A2E C9A D55 6B2 6B9 4BA A5D 52D A95 B52 BA8 BB4 5B9 2DA 95A B4A DA4
        ED1 6E8 B6A 56D 535 695 D4A DA8 DD4 6DA 55B 29D 62B B15 B4A B95 5AA AAE 92E C8F 527 695 6AA AD6 55D
        29D
        """
}
