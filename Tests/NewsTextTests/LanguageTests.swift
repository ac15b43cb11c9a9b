import NewsText
import Testing

@Suite("The language of a text")
struct LanguageTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let language: String?
        let text: String
        var testDescription: String { "\(language ?? "none"): \(text.prefix(30))" }
    }

    static let cases = [
        Case(language: "ar", text: "قال الوزير إن الاجتماع الذي عقد في القاهرة كان مهماً، وإن النتائج ستظهر خلال أيام."),
        Case(language: "ar", text: "وقالَ المُتحدِّثُ إنَّ الحكومةَ لن تتراجعَ عن القرارِ في هذه المرحلة."),
        Case(
            language: "fa", text: "وزیر گفت که این نشست برای همه کشورها مهم است و نتیجه آن تا چند روز دیگر روشن می‌شود."),
        Case(language: "ur", text: "وزیر نے کہا کہ یہ اجلاس بہت اہم تھا اور اس کے نتائج چند دنوں میں سامنے آئیں گے۔"),
        Case(language: "he", text: "השר אמר כי הפגישה הייתה חשובה מאוד לכל הצדדים"),
        Case(
            language: "en",
            text: "The minister said that the meeting was important and that results would follow in days."),
        Case(
            language: "fr",
            text: "Le ministre a déclaré que la réunion était importante et que les résultats suivraient."),
        Case(
            language: "de", text: "Der Minister sagte, dass das Treffen wichtig war und die Ergebnisse in Tagen folgen."
        ),
        Case(
            language: "es",
            text: "El ministro dijo que la reunión fue importante y que los resultados llegarán en días."),
        Case(
            language: "pt", text: "O ministro disse que a reunião foi importante e que os resultados não vão demorar."),
        Case(
            language: "it",
            text: "Il ministro ha detto che la riunione è stata importante e che i risultati arriveranno."),
        Case(
            language: "nl",
            text: "De minister zei dat de bijeenkomst belangrijk was en dat het resultaat niet lang duurt."),
        Case(
            language: "tr",
            text: "Bakan, toplantının çok önemli olduğunu ve sonuçların birkaç gün içinde çıkacağını söyledi."),
        Case(
            language: "pl",
            text: "Minister powiedział, że spotkanie było ważne i że wyniki będą znane w ciągu kilku dni."),
        Case(
            language: "sv", text: "Ministern sade att mötet var viktigt och att resultatet inte kommer att dröja länge."
        ),
        Case(
            language: "ru",
            text: "Министр сказал, что встреча была важной и что результаты появятся через несколько дней."),
        Case(language: "uk", text: "Міністр сказав, що зустріч була важливою і що результати будуть за кілька днів."),
        Case(language: "el", text: "Ο υπουργός είπε ότι η συνάντηση ήταν σημαντική"),
        Case(language: "ja", text: "大臣は会議が重要だったと述べた。"),
        Case(language: "zh", text: "部长表示这次会议非常重要，结果将在几天内公布。"),
        Case(language: "ko", text: "장관은 회의가 중요했다고 말했다."),
        Case(language: nil, text: "Reuters"),
        Case(language: nil, text: "12:40 — 2024/05/03"),
        Case(language: nil, text: ""),
    ]

    @Test("is told from letters and small words", arguments: cases)
    func language(_ c: Case) {
        #expect(LanguageGuess.language(of: c.text) == c.language)
    }

    @Test("a quotation in another language does not change it")
    func quotation() {
        let text =
            "وقال المتحدث باسم الشركة في بيان نشر على الموقع \"We are very happy\" وذلك بعد الإعلان عن النتائج التي كانت أفضل من المتوقع."
        #expect(LanguageGuess.language(of: text) == "ar")
    }

    @Test("white space and order of paragraphs do not matter")
    func order() {
        let first = "Der Minister sagte, dass das Treffen wichtig war."
        let second = "Die Ergebnisse werden in wenigen Tagen nicht nur in Berlin erwartet."
        #expect(LanguageGuess.language(of: first + "\n\n" + second) == LanguageGuess.language(of: second + " " + first))
    }
}
