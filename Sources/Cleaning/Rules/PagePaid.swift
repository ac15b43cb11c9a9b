import NewsModel

extension PageRule {
    /// What others paid for, or how long it takes: `تنتهي المادة الإعلانية بعد 10 ثوان`, `القصة تتواصل بعد الفاصل الإعلاني`,
    /// `إعلان ممول من «نون»`, `أعلن في موقعنا`, `برعاية: مصرف الأمان`.
    ///
    /// `المواد المدعومة` is a subheading.
    static let paidFor = PageRule(name: "paid for", reason: .advertisement) { page in
        guard (2...9).contains(page.functions.count), page.line.ending != .stop, page.line.ending != .question,
            let first = page.line.words.first
        else { return false }
        if Paying.withWhom.contains(first.hash) {
            return page.line.gap(after: 0).contains(UInt8(ascii: ":")) && page.functions.count <= 6
                || page.functions.count == 2 && Paying.withWhom.contains(page.line.words[1].hash)
        }
        if Paying.advertise.contains(first.hash), page.line.has([.us, .channel]), page.functions.count <= 5 {
            return page.strangers(besides: [.thing, .part, .account], [.us, .channel, .platform, .opener]) == 0
        }
        guard page.has(.paid) else { return false }
        let isMadeKnown = page.at(0).contains(.paid) || Paying.contents.contains(first.hash)
        if isMadeKnown, page.at(1).contains(.paid), page.functions.count <= 6 { return true }
        if Paying.contents.contains(first.hash), page.functions.count <= 4,
            page.functions.last?.contains(.paid) == true, page.strangers(besides: [.paid, .thing, .picture]) == 0
        {
            return true
        }
        return page.has(.running)
            && page.strangers(
                besides: [.paid, .running, .thing, .series, .action, .filler], [.content, .minute, .more])
                == 0
    }

    /// What for one may call, and where: `للحجز والاستفسار اتصل على 920000000`.
    static let call = PageRule(name: "number to call", reason: .contact) { page in
        guard (3...16).contains(page.functions.count), page.line.ending != .stop, page.at(0).contains(.action),
            page.line.word(0).starts(with: Paying.purpose)
        else { return false }
        let isReachable = page.line.words.contains { $0.roles.contains(.number) && $0.range.count >= 5 }
        return isReachable && (page.has(.request) || page.line.has([.contact, .platform, .us]))
    }
}

/// Words around what is paid for, folded and hashed.
private enum Paying {
    static let withWhom = Lexicon.hashes("برعاية بالتعاون بالشراكة مع")
    static let advertise = Lexicon.hashes("أعلن أعلنوا أعلني")
    static let contents = Lexicon.hashes("محتوى مادة مواد مقال منشور إعلان روابط مساحة فقرة")
    static let purpose = Array("ل".utf8)
}
