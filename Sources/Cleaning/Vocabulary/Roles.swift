/// What a word can do in the furniture of a page. A word may do several things.
struct Roles: OptionSet, Sendable {
    let rawValue: UInt64

    /// Asks to read, see, hear: `اقرأ`, `watch`.
    static let reading = Roles(bit: 0)
    /// `أيضاً`, `auch`.
    static let also = Roles(bit: 1)
    /// `المزيد`, `more`.
    static let more = Roles(bit: 2)
    /// `ذات صلة`, `related`.
    static let related = Roles(bit: 3)
    /// What a site is made of: `أخبار`, `مقالات`, `stories`.
    static let content = Roles(bit: 4)
    static let most = Roles(bit: 5)
    /// By what pages are ranked: `قراءة`, `viewed`.
    static let measure = Roles(bit: 6)
    static let latest = Roles(bit: 7)
    /// `قد يهمك`, `اخترنا لكم`, `recommended`.
    static let recommendation = Roles(bit: 8)
    /// `أخرى`, `other`.
    static let other = Roles(bit: 9)
    static let sharing = Roles(bit: 10)
    /// `تابعونا`, `subscribe`.
    static let following = Roles(bit: 11)
    /// Names of networks and of news readers.
    static let platform = Roles(bit: 12)
    /// Where one follows: `قناة`, `صفحة`, `newsletter`.
    static let channel = Roles(bit: 13)
    /// What says "our" or "us": `قناتنا`, `our`.
    static let us = Roles(bit: 14)
    static let sourceLabel = Roles(bit: 15)
    /// Agencies, and words that stand for them: `رويترز`, `وكالات`, `متابعات`.
    static let agency = Roles(bit: 16)
    static let month = Roles(bit: 17)
    static let weekday = Roles(bit: 18)
    /// What stands beside digits in a date or time: `صباحاً`, `GMT`, `هـ`.
    static let clock = Roles(bit: 19)
    static let dateLabel = Roles(bit: 20)
    /// `صورة`, `تصوير`, `photo`.
    static let photo = Roles(bit: 21)
    /// What opens a byline by itself: `بقلم`, `كتبت`, `by`.
    static let bylineLabel = Roles(bit: 22)
    /// Work on a text, a byline only before a colon or dash: `تحرير`, `ترجمة`.
    static let work = Roles(bit: 23)
    static let givenName = Roles(bit: 24)
    /// What stands before a name: `الدكتور`, `السيد`.
    static let honorific = Roles(bit: 25)
    static let place = Roles(bit: 26)
    /// What names of publications are made of: `نيوز`, `صحيفة`, `برس`.
    static let outlet = Roles(bit: 27)
    /// Sections of a site: `رياضة`, `منوعات`, `politics`.
    static let section = Roles(bit: 28)
    static let tagLabel = Roles(bit: 29)
    static let comment = Roles(bit: 30)
    static let copyright = Roles(bit: 31)
    /// Buttons and gauges: `طباعة`, `حجم الخط`, `previous`.
    static let button = Roles(bit: 32)
    /// Labels of a form: `الاسم`, `email`.
    static let field = Roles(bit: 33)
    static let advertisement = Roles(bit: 34)
    /// The start of a path through the site: `الرئيسية`, `home`.
    static let home = Roles(bit: 35)
    static let poll = Roles(bit: 36)
    /// Words without content: `في`, `the`.
    static let function = Roles(bit: 37)
    /// Opens a sentence of news: `قال`, `أعلنت`, `هذا`.
    static let opener = Roles(bit: 38)
    /// `اضغط`, `click`.
    static let click = Roles(bit: 39)
    static let here = Roles(bit: 40)
    /// What opinions do in a disclaimer: `تعبر`, `reflect`.
    static let express = Roles(bit: 41)
    static let opinion = Roles(bit: 42)
    /// Whose opinions: `أصحابها`, `authors`, `الموقع`.
    static let owner = Roles(bit: 43)
    /// `سياسة الخصوصية`, `cookies`.
    static let privacy = Roles(bit: 44)
    static let contact = Roles(bit: 45)
    static let wireEnd = Roles(bit: 46)
    static let minute = Roles(bit: 47)
    /// People and things that pictures show: `الرئيس`, `جنود`, `دبابة`.
    static let pictured = Roles(bit: 48)
    /// `محفوظة`, `reserved`.
    static let reserved = Roles(bit: 49)
    /// `عاجل`, `خاص`: stands beside an outlet or a place.
    static let flag = Roles(bit: 50)
    /// `الآن`, `today`.
    static let now = Roles(bit: 51)
    /// `هذا`, `this`.
    static let this = Roles(bit: 52)
    /// `الأصلي`, `full`, `كاملا`.
    static let original = Roles(bit: 53)
    static let trending = Roles(bit: 54)
    static let writer = Roles(bit: 55)
    /// `توافق`, `agree`: what one does with cookies.
    static let consent = Roles(bit: 56)
    /// What rules for comments speak of: `الإساءة`, `abusive`.
    static let moderation = Roles(bit: 57)
    /// `رابط`, `link`
    static let link = Roles(bit: 58)
    /// Speaks to the reader: `هاتفكم`, `your`.
    static let you = Roles(bit: 59)

    /// Addressed to the reader, or a verb: never joined with the article, and `و` before it makes it a sentence.
    static let verb = Roles(bit: 60)
    /// A word of digits.
    static let number = Roles(bit: 61)
    /// `و` or `ف` stands before it.
    static let conjoined = Roles(bit: 62)
    /// Begins a unit of several words. Only in the lexicon.
    static let beginsPhrase = Roles(bit: 63)

    private init(bit: UInt64) { rawValue = 1 << bit }
    init(rawValue: UInt64) { self.rawValue = rawValue }

    /// Marks that say nothing of what a word means.
    static let formal: Roles = [.verb, .beginsPhrase]
}
