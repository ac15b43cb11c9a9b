import Testing

@testable import Cleaning

@Suite("What a line says of itself")
struct LineTests {
    struct Shape: Sendable, CustomTestStringConvertible {
        let text: String
        let ending: Ending
        let opening: Opening
        let isParagraph: Bool

        var testDescription: String { text }
    }

    static let shapes = [
        Shape(text: "وقال إن «المفاوضات مستمرة حتى الآن».", ending: .stop, opening: .none, isParagraph: true),
        Shape(text: "وقال: «المفاوضات مستمرة حتى هذه الساعة.»", ending: .stop, opening: .none, isParagraph: true),
        Shape(text: "ماذا بعد القمة؟", ending: .question, opening: .none, isParagraph: false),
        Shape(text: "- قالت الوزارة إن الشبكة من الشركا...", ending: .ellipsis, opening: .dash, isParagraph: false),
        Shape(text: "• Share :", ending: .colon, opening: .bullet, isParagraph: false),
        Shape(text: "(رويترز)", ending: .none, opening: .bracket, isParagraph: false),
        Shape(text: "«لا نريد الحرب»", ending: .none, opening: .quote, isParagraph: false),
        Shape(text: "یہ خبر آج صبح سرکاری طور پر جاری کی گئی۔", ending: .stop, opening: .none, isParagraph: true),
        Shape(text: "", ending: .none, opening: .none, isParagraph: false),
    ]

    @Test("its ending, its opening, and whether it is a paragraph", arguments: shapes)
    func shape(_ c: Shape) {
        let line = Line(c.text)
        #expect(line.ending == c.ending)
        #expect(line.opening == c.opening)
        #expect(line.isParagraph == c.isParagraph)
    }

    @Test("words have roles in every spelling and with particles")
    func roles() {
        #expect(Line("اقــرأ").roles.contains(.reading))
        #expect(Line("أيضًا").roles == Line("ايضا").roles)
        #expect(Line("والأخبار").roles.isSuperset(of: [.content, .conjoined]))
        #expect(Line("ذات صلة").count(.related) == 2)
        #expect(Line("ذات يوم").count(.related) == 0)
        #expect(Line("facebookshare").roles.isSuperset(of: [.platform, .sharing]))
        #expect(Line("2min").roles.isSuperset(of: [.number, .minute]))
    }

    @Test("a verb with و before it is a verb of the story")
    func conjoinedVerb() {
        #expect(Line("تابع").roles.contains(.following))
        #expect(!Line("وتابع").roles.contains(.following))
    }

    @Test("gives back its words as printed")
    func printedWords() {
        let line = Line("كتبَ: «مُحَمَّد عليّ»، القاهرة")
        #expect(line.text(words: 1..<3) == "مُحَمَّد عليّ")
        #expect(line.text(from: 3) == "القاهرة")
        #expect(line.text(from: 9) == "")
    }
}
