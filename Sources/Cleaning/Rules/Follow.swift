import NewsModel

extension Rule {
    /// What asks to follow, subscribe or install: `تابعونا على فيسبوك وتويتر`, `اشترك الآن`,
    /// `تابع أخبار صدى البلد عبر تطبيق نبض`, `للمزيد من الأخبار تابعوا صفحتنا على فيسبوك`.
    static let follow = Rule("invitation to follow", .follow) { line in
        guard line.words.count <= 40 else { return false }
        if line.offersEpisode { return true }
        guard let verb = line.invitation else { return line.isOffer || line.invitesAtEnd || line.isForSubscribers }
        let target = line.has([.platform, .channel, .us])
        let rest = line.words.count - verb - 1
        let known: Roles = [
            .following, .platform, .channel, .us, .content, .more, .now, .latest, .here, .click, .also, .measure,
            .section, .outlet, .link,
        ]
        let unknown = line.unknown(besides: known)
        if line.isFinished {
            guard line.opening != .quote, line.has([.platform, .channel]) else { return false }
            let speaks = line.has([.us, .you, .platform]) || line.count(.channel) >= 2
            guard speaks, !line.has(.number) || line.has(.us) else { return false }
            return line.has(.us) && unknown * 5 <= line.words.count * (line.has(.platform) ? 3 : 2)
                || line.words.count <= 16 && unknown <= 4 && unknown * 3 <= line.words.count
        }
        if unknown == 0 { return rest <= 12 }
        if line.endsOpen { return unknown <= 4 }
        return target && (unknown <= 6 || line.has(.us))
    }
}

extension Line {
    /// The first word that invites to follow, where it opens the line or follows a few words of invitation.
    fileprivate var invitation: Int? {
        let leading: Roles = [
            .now, .channel, .more, .content, .latest, .function, .us, .click, .here, .also, .following, .platform,
        ]
        var strangers = has(.us) && has(.platform) ? 2 : 0
        for index in 0..<min(9, words.count) {
            let roles = roles(at: index)
            if roles.contains(.following) && roles.contains(.verb) { return index }
            if roles.isDisjoint(with: leading) { strangers -= 1 }
            if strangers < 0 { break }
        }
        return closingInvitation
    }

    /// The same where verbs come last: `اخبار فوری را در ایتا و بله دنبال کنید`, `ہمارا چینل فالو کریں`.
    private var closingInvitation: Int? {
        guard ending != .stop, ending != .question, words.count <= 16, has([.platform, .channel]) else { return nil }
        return words.indices.suffix(4).last { roles(at: $0).contains([.following, .verb]) && !isRead(first: $0) }
    }

    /// Whether the verb at `index` is one that may also stand first in a sentence of news.
    private func isRead(first index: Int) -> Bool { roles(at: index).contains(.opener) }

    /// Speaks to the reader of an application or a newsletter: `يمكنكم استلام إشعارات بعد تحميل تطبيق … على هاتفكم`,
    /// `Get the day's headlines delivered to your inbox every morning.`
    fileprivate var isOffer: Bool {
        guard opening != .quote, !roles(at: 0).contains(.conjoined), has(.you) else { return false }
        let target = count([.channel, .platform])
        guard isArabic else {
            let site = target + count([.following, .us, .latest])
            return has(.channel) && has(.following) && words.count <= 30 && site * 5 >= words.count
        }
        let units = words.indices.filter { index in
            let isTarget = !roles(at: index).isDisjoint(with: [.channel, .platform])
            return isTarget && (index == 0 || roles(at: index - 1).isDisjoint(with: .channel))
        }
        let opens = !roles(of: 0..<3).isDisjoint(with: [.you, .following])
        return opens && has(.channel) && units.count >= 2 && target * 10 >= words.count
            && roles(at: 0).isDisjoint(with: .opener)
    }

    /// A short paragraph to the reader whose last sentence invites: `Like what you read? Subscribe to our newsletter here.`
    fileprivate var invitesAtEnd: Bool {
        guard words.count <= 36, opening != .quote, !has(.opener) || !isArabic, !roles(at: 0).contains(.conjoined)
        else {
            return false
        }
        let starts = words.indices.dropFirst().filter { index in
            let gap = gap(after: index - 1)
            return gap.contains { "?!.:".utf8.contains($0) } || gap.holds("؟")
        }
        return starts.contains { start in
            guard
                (start..<min(start + 3, words.count)).contains(where: { roles(at: $0).contains([.following, .verb]) })
            else { return false }
            let rest = start..<words.count
            let site: Roles = [.following, .channel, .platform, .us, .here, .you]
            let about = count(site, in: rest)
            return about >= 2 && about * 3 >= rest.count && has([.channel, .platform, .here])
                && (has([.us, .you]) || has(.content) && has([.more, .this]))
        }
    }

    /// Where to hear or see a programme: `استمعوا إلى حلقة جديدة من بودكاست «ما وراء السطور» على سبوتيفاي`.
    fileprivate var offersEpisode: Bool {
        guard (4...20).contains(words.count), ending != .stop, roles(at: 0).contains([.reading, .verb]) else {
            return false
        }
        let programme = has(.channel) || words.contains { Programme.words.contains($0.hash) }
        return programme && !has(.opener) && words.suffix(4).contains { $0.roles.contains(.platform) }
    }

    /// What others may not read: `هذا المحتوى للمشتركين فقط`, `Cet article est réservé aux abonnés`.
    fileprivate var isForSubscribers: Bool {
        guard words.count <= 9, ending != .colon, has(.following), has([.this, .reserved]), has(.content) else {
            return false
        }
        return unknown(besides: [.following, .this, .content, .us, .now, .reserved]) <= 1
    }

    fileprivate var isFinished: Bool { ending == .stop }

    /// Ends with `على` or a colon: the names of the networks were pictures.
    fileprivate var endsOpen: Bool {
        ending == .colon || words.last.map { $0.roles.contains(.function) } ?? false
    }
}

/// What one hears or sees in instalments, folded and hashed.
private enum Programme {
    static let words = Lexicon.hashes(
        "حلقة حلقات الحلقة الحلقات بودكاست برنامج برنامجنا مقابلة المقابلة لقاء اللقاء episode episodes show podcast folge épisode"
    )
}
