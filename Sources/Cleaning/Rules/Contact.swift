import NewsModel

extension Rule {
    /// How to reach the writer or the desk: `لمراسلة الكاتب: name@example.net`, `للتواصل أرسل sms إلى 88548`.
    static let contact = Rule("contact", .contact) { line in
        guard line.words.count <= 16, line.ending != .stop else { return false }
        let isAddress = line.folded.contains(UInt8(ascii: "@")) && line.folded.contains(UInt8(ascii: "."))
        if isAddress { return line.words.count <= (line.has([.you, .us, .contact]) ? 12 : 8) }
        if line.folded.first == UInt8(ascii: "@") { return line.words.count <= 3 }
        return line.roles(at: 0).contains(.contact) && (line.has(.number) || line.has(.writer))
    }
}
