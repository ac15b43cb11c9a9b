import NewsModel

extension Rule {
    /// A line in which the page speaks to its reader, or names what can be done with it: `أدخل بريدك الإلكتروني للاشتراك`,
    /// `يجب عليك تسجيل الدخول لإضافة تعليق`, `هل وجدت خطأ؟ أخبرنا`, `تغيير حجم الخط`.
    ///
    /// Each word must belong, and two of three must be there: something asked, a part of a page, and "you" or "us".
    /// `رابط التسجيل والشروط المطلوبة` and `كن أول من يغادر السفينة` hold words of stories.
    static let pageTalk = Rule("the page to its reader", .widget) { line in
        guard (2...24).contains(line.words.count), line.opening != .quote, line.opening != .longDash,
            line.ending != .stop || line.words.count >= 4
        else { return false }
        guard line.roles(at: 0).isDisjoint(with: .conjoined) else { return false }
        let talk = Talk(line)
        let isOffer = line.ending != .stop && talk.offersReply && PageTalk.conditions.contains(line.words[0].hash)
        let allowed =
            isOffer
            ? line.words.count / 2
            : talk.isCertain ? max(1, line.words.count / 5) : talk.isOwn ? line.words.count / 5 : 0
        guard talk.strangers == 0 || talk.strangers <= allowed && line.words.count >= 4 else { return false }
        if isOffer { return true }
        // Sentences that tell how to do something say the same to their readers.
        if line.ending == .stop {
            return talk.isCertain && talk.strangers + talk.stems <= allowed
                && !line.words.contains { PageTalk.steps.contains($0.hash) }
        }
        return talk.isEvident(line)
    }
}

/// How many words of a line play which part in what pages say.
private struct Talk {
    private var requests = 0
    private var actions = 0
    private var parts = 0
    private var things = 0
    private var networks = 0
    private var addressed = 0
    private var judged = 0
    private(set) var strangers = 0
    /// Words that only their stems tell.
    private(set) var stems = 0

    private static let requested: Roles = [.following, .click]
    private static let named: Roles = [.platform, .channel, .comment, .field, .privacy, .link, .button, .poll, .home]
    private static let filling: Roles = [
        .content, .this, .now, .more, .also, .latest, .here, .other, .measure, .outlet, .reading, .sharing, .following,
        .related, .owner, .advertisement, .minute, .moderation, .consent,
    ]

    init(_ line: Line) {
        for index in line.words.indices {
            note(line.words[index], line.word(index))
            // A sentence of news: no need to look further.
            if strangers * 2 > line.words.count { return }
        }
    }

    private mutating func note(_ word: Word, _ letters: ArraySlice<UInt8>) {
        let hash = word.hash
        let roles = word.roles
        var isKnown = !roles.isDisjoint(with: [.function, .number])
        if PageTalk.judged.contains(hash) { judged += 1 }
        if !roles.isDisjoint(with: [.us, .you]) || PageTalk.owned.contains(hash) || PageTalk.obliged.contains(hash) {
            addressed += 1
            isKnown = true
        }
        if PageTalk.requests.contains(hash) || roles.contains(.verb) && !roles.isDisjoint(with: Talk.requested) {
            requests += 1
        } else if roles.contains(.platform) {
            networks += 1
        } else if PageTalk.parts.contains(hash) || PageTalk.foreignParts.contains(hash) || roles.contains(.privacy) {
            parts += 1
        } else if PageTalk.actions.contains(hash) {
            actions += 1
        } else if PageTalk.things.contains(hash) || !roles.isDisjoint(with: Talk.named) {
            things += 1
        } else if !isKnown, !PageTalk.fillers.contains(hash), roles.isDisjoint(with: Talk.filling) {
            noteStem(of: letters)
        }
    }

    /// A word that stands in no table as it is.
    private mutating func noteStem(of letters: ArraySlice<UInt8>) {
        let functions = Stems.ofPages.functions(of: letters)
        if !functions.isEmpty { stems += 1 }
        if functions.contains(.request) {
            requests += 1
        } else if functions.contains(.part) {
            parts += 1
        } else if functions.contains(.action) {
            actions += 1
        } else if functions.contains(.thing) {
            things += 1
        } else if functions.isDisjoint(with: [.support, .filler, .placing, .language]) {
            strangers += 1
        }
    }

    /// Asks the reader for something with a part of the page or of the reader's own.
    var isCertain: Bool { addressed > 0 && requests > 0 && parts + things + networks > 0 }

    /// Speaks of a part of the site's own, and to its reader.
    var isOwn: Bool { addressed > 1 && parts + things > 0 }

    /// Asks the reader to send something about the text.
    var offersReply: Bool { requests > 0 && parts + things >= 2 }

    func isEvident(_ line: Line) -> Bool {
        if line.ending == .question && judged > 0 { return things + parts > 0 || line.has([.content, .this]) }
        if requests > 0 && actions > 0 && things + parts + networks > 0 { return true }
        if addressed > 0 { return requests + actions > 0 || parts + networks > 0 || judged > 0 }
        if requests > 0 && PageTalk.requests.contains(line.words[0].hash) {
            return parts + things + networks + actions > 0 || requests > 1 && line.words.count <= 6
        }
        if actions > 0 && line.label(within: 3) == nil {
            return parts > 0 || actions > 1 && things > 0 && line.words.count <= 5
        }
        return requests > 0 && parts + networks > 0
    }
}
