import GRDB
import NewsModel
import NewsText

/// Keeps the full-text index in step with the way terms are made, which a later program may have changed.
enum SearchTermsCheck {
    /// Indexes all texts anew when the terms of a sample are no longer those the index was made with. Half a millisecond
    /// an article.
    static func update(_ database: Database) throws {
        let made = try Int64.fetchOne(database, sql: "SELECT value FROM facts WHERE name = 'terms'")
        guard made != sampleHash else { return }
        try database.inTransaction(.immediate) {
            if made != nil { try database.execute(sql: "INSERT INTO search (search) VALUES ('rebuild')") }
            try database.execute(
                sql: "INSERT OR REPLACE INTO facts (name, value) VALUES ('terms', ?)", arguments: [sampleHash])
            return .commit
        }
    }

    /// Of the terms of words that show each rule at work.
    static var sampleHash: Int64 {
        var hash = StableHash()
        var text = sample
        text.withUTF8 { utf8 in
            SearchTerms.terms(of: utf8) { term, range in
                for byte in term { hash.add(byte) }
                hash.add(UInt8(truncatingIfNeeded: range.count))
            }
        }
        return Int64(bitPattern: hash.value)
    }

    private static let sample = """
        الأسعار أسعارها بأسعار وللأسعار كالأسعار فالأسعار والمستشفيات مستشفى المعلمون معلمين معلمة فلسطيني الفلسطينيون
        لبنان مُحَمَّد محمـد عبد الله عبدالرحمن أميركا أمريكا الأمريكية كتب بنوك مسؤول مسئول على علي إلى شؤون رئاسة سياسة
        سیاسة ٢٠١٩ ۲۰۱۹ 2019 كوفيد-19 می‌خواهم prices pricing priced price cities city wolves l'état élections nationaux
        running runs United-States's München Ελλάδα Россия 北京 ไทย واشنطون هيأة
        """
}
