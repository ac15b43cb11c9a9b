import Cleaning
import NewsModel

/// A plain story to put things into.
enum Carrier {
    static let title = "وزراء الطاقة يبحثون خفض الإنتاج في اجتماع طارئ"

    static let paragraphs = [
        "اجتمع وزراء الطاقة في الدول المصدرة للنفط صباح اليوم لبحث خفض جديد في الإنتاج بعد تراجع الأسعار.",
        "وقال رئيس الوفد إن المشاورات استمرت حتى ساعة متأخرة من الليل من دون التوصل إلى اتفاق نهائي.",
        "وأضاف أن الدول الأعضاء متفقة على ضرورة استقرار السوق لكنها تختلف على حجم الخفض المطلوب.",
        "ويرى خبراء أن أي اتفاق سيحتاج إلى وقت طويل قبل أن يظهر أثره على الأسعار في الأسواق العالمية.",
    ]

    enum Place { case head, middle, tail }

    /// The story with `lines` above its first paragraph, between its second and third, or below its last.
    static func text(with lines: [String], at place: Place, title: String? = title) -> String {
        var parts = paragraphs
        let index =
            switch place {
            case .head: 0
            case .middle: 2
            case .tail: parts.count
            }
        parts.insert(contentsOf: lines, at: index)
        return ((title.map { [$0] } ?? []) + parts).joined(separator: "\n")
    }

    static func clean(_ text: String) -> Cleaned {
        cleaner.clean(Article(plainText: text))
    }

    static let cleaner = Cleaner(now: Timestamp(seconds: 1_737_028_800))
}
