import NewsModel

extension Rule {
    /// How to reach the writer or the desk: `لمراسلة الكاتب: name@example.net`, `للتواصل أرسل sms إلى 88548`.
    static let contact = Rule("contact", .contact) { line in
        guard line.words.count <= 16, line.ending != .stop else { return false }
        let isAddress = line.folded.contains(UInt8(ascii: "@")) && line.folded.contains(UInt8(ascii: "."))
        if isAddress { return line.words.count <= (line.has([.you, .us, .contact]) ? 12 : 8) }
        if line.folded.first == UInt8(ascii: "@") { return line.words.count <= 3 }
        if line.namesAccount || line.asksForCalls { return true }
        return line.roles(at: 0).contains(.contact) && (line.has(.number) || line.has(.writer))
    }
}

extension Line {
    /// A network, a colon and a number or a name of its own: `واتساب: 0555555555`, `تويتر: writer_name`.
    fileprivate var namesAccount: Bool {
        guard words.count <= 4, ending == .none, let label = label(within: 3), label < words.count,
            unknown(besides: [.platform, .contact, .us], in: 0..<label) == 0, roles(of: 0..<label).contains(.platform)
        else { return false }
        return words[label...].allSatisfy { word in
            word.roles.contains(.number)
                || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(folded[word.range.lowerBound])
        }
    }
}

extension Line {
    /// What for one may call the desk: `للتبليغ عن حدث أو إرسال صور وفيديوهات: واتساب 55000000`.
    fileprivate var asksForCalls: Bool {
        guard let first = words.first, Calls.purposes.contains(first.hash), ending == .none else { return false }
        return words.contains { $0.roles.contains(.number) && $0.range.count >= 5 } && has([.platform, .contact, .us])
            && !has(.opener)
    }
}

/// What for one calls a desk, folded and hashed.
private enum Calls {
    static let purposes = Lexicon.hashes(
        "للتبليغ للإبلاغ للشكاوى للشكاوي للاستفسار للاستفسارات للإعلان للاعلان للتواصل لإرسال للمشاركة للاتصال للاقتراحات لإعلاناتكم"
    )
}
