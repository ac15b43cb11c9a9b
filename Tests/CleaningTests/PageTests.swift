import NewsModel
import Testing

@testable import Cleaning

@Suite("Articles from pages")
struct PageTests {
    private func page(_ paragraphs: [Paragraph], title: String = Carrier.title) -> Cleaned {
        Carrier.cleaner.clean(
            Article(title: title, paragraphs: paragraphs + Carrier.paragraphs.map { Paragraph($0) }, site: "مثال"))
    }

    @Test("the headline again goes, and so do date and share lines")
    func frame() {
        let cleaned = page([
            Paragraph(Carrier.title, kind: .heading(level: 1)), Paragraph("25 أبريل 2019"), Paragraph("شارك الموضوع"),
        ])
        #expect(cleaned.removed.map(\.reason) == [.title, .date, .share])
        #expect(cleaned.article.paragraphs.count == Carrier.paragraphs.count)
    }

    @Test("the headline goes too when the title bears the site's name")
    func titleWithSite() {
        let cleaned = page([Paragraph("إلغاء صكوك الأراضي")], title: "عكاظ :: إلغاء صكوك الأراضي")
        #expect(cleaned.removed.map(\.reason) == [.title])
        #expect(page([Paragraph("صكوك الأراضي")], title: "عكاظ :: إلغاء صكوك الأراضي").removed.isEmpty)
    }

    @Test("a page without title and author: the first line and a name under it")
    func untitled() {
        let lines = [Paragraph("إلغاء صكوك الأراضي"), Paragraph("عبدالله عمر خياط")]
        let article = Article(paragraphs: lines + Carrier.paragraphs.map { Paragraph($0) })
        let cleaned = Carrier.cleaner.clean(article)
        #expect(cleaned.article.title == "إلغاء صكوك الأراضي")
        #expect(cleaned.article.authors == ["عبدالله عمر خياط"])
        #expect(cleaned.article.paragraphs.map(\.text) == Carrier.paragraphs)
    }

    @Test("a short line above the story is not judged by its shape")
    func standfirst() {
        let cleaned = page([Paragraph("قرار ينتظره العالم")])
        #expect(cleaned.removed.isEmpty)
    }

    @Test("a related heading rules over links, not over paragraphs without")
    func links() {
        let cleaned = page([
            Paragraph("اقرأ أيضا"), Paragraph("قمة جديدة في موسكو", linkShare: 1),
            Paragraph("خلفية الأزمة", kind: .heading(level: 2)),
        ])
        #expect(cleaned.removed.map(\.reason) == [.relatedHeading, .relatedItem])
    }

    struct Sentence: Sendable, CustomTestStringConvertible {
        let text: String
        var testDescription: String { text }
    }

    static let sentences = [
        Sentence(text: "Read the report before you judge, the minister said."),
        Sentence(text: "Share prices fell sharply on Monday after the vote."),
        Sentence(text: "Follow the money, prosecutors told the jury."),
        Sentence(text: "More than 200 people were hurt."),
        Sentence(text: "Subscribe: the word itself has a long history."),
        Sentence(text: "Comment est-ce possible ?"),
        Sentence(text: "Die Quelle des Flusses liegt in den Bergen."),
        Sentence(text: "By then it was too late"),
        Sentence(text: "For you, nothing changes."),
        Sentence(text: "Photos from the scene showed smoke."),
    ]

    @Test("sentences in other languages stay", arguments: sentences)
    func sentenceStays(_ c: Sentence) {
        let cleaned = page([Paragraph(c.text)], title: "Energy ministers meet")
        #expect(cleaned.removed.isEmpty)
    }
}
