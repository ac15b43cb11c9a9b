internal import NewsModel

extension ReadingContext {
    /// A person of Atom, with elements for name and address, or of RSS, in one text.
    ///
    /// Source: RFC 4287 section 3.2; RSS 2.0 (`lawyer@boyer.net (Lawyer Boyer)`).
    func person(_ element: Element) -> Feed.Person? {
        guard element.hasElements else { return text(element).flatMap { self.person(named: addressed($0)) } }
        var person = Feed.Person()
        for child in element.children {
            switch child.tag {
            case .name, .title: person.name = person.name ?? plainText(child)
            case .email: person.email = person.email ?? text(child).map(withoutMailto)
            case .uri, .url, .homepage: person.url = person.url ?? link(child)
            default: continue
            }
        }
        if person == Feed.Person() { return plainText(element).flatMap { self.person(named: $0) } }
        return person
    }

    /// Names are plain text in RSS, and sometimes escaped all the same; `Name <mail>` is no tag.
    private func addressed(_ text: String) -> String {
        Mailbox.address(in: text) == nil ? HTMLText.plain(Array(HTMLText.visible(Array(text.utf8)).utf8)) : text
    }

    /// A person from a text: `mail (Name)`, `Name (mail)`, `Name <mail>`, `mail`, `Name`.
    func person(named text: String) -> Feed.Person? {
        guard let mail = Mailbox.address(in: text) else { return text.isEmpty ? nil : Feed.Person(name: text) }
        var name = text
        name.removeSubrange(mail)
        name = name.trimmed
        for sign in ["()", "<>", "mailto:", "[]"] { name = name.replacing(sign, with: "") }
        name = name.trimmed
        while name.hasPrefix("("), name.hasSuffix(")") { name = String(name.dropFirst().dropLast()).trimmed }
        let email = String(text[mail])
        return Feed.Person(name: name.isEmpty ? nil : name, email: email)
    }

    private func withoutMailto(_ address: String) -> String {
        address.lowercased().hasPrefix("mailto:") ? String(address.dropFirst(7)) : address
    }

    private func plainText(_ element: Element) -> String? {
        TextConstruct(element, isAtom: false).plain(self)
    }
}

/// Mail addresses in running text.
enum Mailbox {
    /// Where the first address stands: signs, `@`, a host with a dot.
    static func address(in text: String) -> Range<String.Index>? {
        let bytes = text.utf8
        guard let at = bytes.firstIndex(of: 0x40) else { return nil }
        var start = at
        while start > bytes.startIndex, isLocal(bytes[bytes.index(before: start)]) {
            start = bytes.index(before: start)
        }
        var end = bytes.index(after: at)
        while end < bytes.endIndex, isHost(bytes[end]) { end = bytes.index(after: end) }
        guard start < at, text[at..<end].contains(".") else { return nil }
        return start..<end
    }

    private static func isLocal(_ byte: UInt8) -> Bool {
        isHost(byte) || [0x5F, 0x2B, 0x25, 0x27, 0x21, 0x23, 0x24, 0x26, 0x2A, 0x3D, 0x7E].contains(byte)
    }

    private static func isHost(_ byte: UInt8) -> Bool {
        Byte.isLetter(byte) || Byte.isDigit(byte) || byte == 0x2D || byte == 0x2E
    }
}
