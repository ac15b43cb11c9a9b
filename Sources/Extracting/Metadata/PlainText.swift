internal import NewsText

/// Small repairs of texts that stand in attributes and JSON.
enum PlainText {
    /// Without blanks around, and with single blanks inside.
    static func trimmed(_ text: String) -> String {
        var text = text
        let trimmed = text.withUTF8 { bytes -> [UInt8]? in
            var kept: [UInt8] = []
            kept.reserveCapacity(bytes.count)
            var index = 0
            while index < bytes.count {
                let length = blankLength(bytes, index)
                if length == 0 {
                    kept.append(bytes[index])
                    index += 1
                } else {
                    if !kept.isEmpty, kept.last != 0x20 { kept.append(0x20) }
                    index += length
                }
            }
            if kept.last == 0x20 { kept.removeLast() }
            return kept.elementsEqual(bytes) ? nil : kept
        }
        return trimmed.map { String(decoding: $0, as: UTF8.self) } ?? text
    }

    /// Bytes of the white space that begins at an index; 0 where something else does.
    ///
    /// Source: Unicode, `White_Space`.
    private static func blankLength(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
        let first = bytes[index]
        if first < 0x80 { return first == 0x20 || (0x09...0x0D).contains(first) ? 1 : 0 }
        guard first == 0xC2 || (0xE1...0xE3).contains(first), index + 1 < bytes.count else { return 0 }
        let second = bytes[index + 1]
        if first == 0xC2 { return second == 0x85 || second == 0xA0 ? 2 : 0 }
        guard index + 2 < bytes.count else { return 0 }
        switch (first, second, bytes[index + 2]) {
        case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF),
            (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
            return 3
        default: return 0
        }
    }

    /// Whether a text has some ASCII characters in it.
    static func holds(_ text: String, _ part: StaticString) -> Bool {
        part.withUTF8Buffer { part in
            guard let first = part.first else { return true }
            var rest = text.utf8[...]
            while let start = rest.firstIndex(of: first) {
                if rest[start...].starts(with: part) { return true }
                rest = rest[rest.index(after: start)...]
            }
            return false
        }
    }

    /// Entities that were escaped twice and so are still there: `&quot;`, `&#039;`, `&amp;`.
    static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(0x26) else { return text }
        var result = ""
        var rest = text[...]
        while let ampersand = rest.firstIndex(of: "&") {
            result += rest[..<ampersand]
            let tail = rest[rest.index(after: ampersand)...]
            if let end = tail.prefix(10).firstIndex(of: ";"), let character = character(named: tail[..<end]) {
                result.unicodeScalars.append(character)
                rest = tail[tail.index(after: end)...]
            } else {
                result += "&"
                rest = tail
            }
        }
        return result + rest
    }

    private static func character(named name: Substring) -> Unicode.Scalar? {
        if name.hasPrefix("#x") || name.hasPrefix("#X") {
            return UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
        }
        if name.hasPrefix("#") { return UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init) }
        return entities[String(name)]
    }

    private static let entities: [String: Unicode.Scalar] = [
        "amp": "&", "quot": "\"", "apos": "'", "lt": "<", "gt": ">", "nbsp": " ", "laquo": "«", "raquo": "»",
        "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’", "ndash": "–", "mdash": "—", "hellip": "…", "bdquo": "„",
        "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß", "eacute": "é",
        "egrave": "è", "agrave": "à", "ccedil": "ç", "aacute": "á", "iacute": "í", "oacute": "ó", "uacute": "ú",
        "ntilde": "ñ", "atilde": "ã", "otilde": "õ", "ecirc": "ê", "acirc": "â", "ocirc": "ô",
    ]

    /// Letters and digits only, folded: equal for what readers take as one text.
    static func letters(_ text: String) -> String {
        foldedWords(of: text).joined()
    }
}
