internal import NewsModel

extension HTMLSanitizer {
    mutating func enterBase() {
        guard isXHTML else { return }
        for attribute in scanner.attributes where bytes[attribute.name].elementsEqual("xml:base".utf8) {
            base = WebLink.resolve(decoded(attribute.value), base: base) ?? base
        }
    }

    mutating func writeAttributes() {
        var written: [[UInt8]] = []
        for attribute in scanner.attributes {
            guard let allowed = HTMLAttribute.named(bytes[attribute.name]), !written.contains(allowed.name) else {
                continue
            }
            switch allowed.kind {
            case .text:
                write(allowed.name, decoded(attribute.value))
            case .link:
                if let link = link(attribute.value) { write(allowed.name, link) }
            case .links:
                let links = candidates(decoded(attribute.value))
                if !links.isEmpty { write(allowed.name, links) }
            }
            written.append(allowed.name)
        }
    }

    /// Where the picture of the tag at hand is, `nil` for a dot that counts readers.
    var picture: String? {
        var source: String?
        for attribute in scanner.attributes {
            let name = bytes[attribute.name]
            if name.elementsEqual("src".utf8) { source = link(attribute.value) }
            let isSize = name.elementsEqual("width".utf8) || name.elementsEqual("height".utf8)
            if isSize, let size = Int(decoded(attribute.value)), size <= 2 { return nil }
        }
        return source.flatMap { WebLink.isWeb($0) ? $0 : nil }
    }

    private mutating func write(_ name: [UInt8], _ value: String) {
        output.append(0x20)
        output.append(contentsOf: name)
        output.append("=\"")
        for byte in value.utf8 { writeEscaped(byte) }
        output.append(0x22)
    }

    func link(_ value: Range<Int>) -> String? {
        WebLink.reference(decoded(value), base: base)
    }

    /// The pictures of a `srcset`, each with its width or density.
    private func candidates(_ set: String) -> String {
        set.utf8.split(separator: 0x2C).prefix(HTMLSanitizer.candidateLimit).compactMap { candidate in
            let parts = candidate.split(whereSeparator: Byte.isBlank).map { String(Substring($0)) }
            guard let first = parts.first, parts.count <= 2, let link = WebLink.reference(first, base: base)
            else { return nil }
            return ([link] + parts.dropFirst()).joined(separator: " ")
        }.joined(separator: ", ")
    }

    private func decoded(_ range: Range<Int>) -> String {
        guard bytes.position(of: 0x26, in: range) != nil else { return String(decoding: bytes[range], as: UTF8.self) }
        var text: [UInt8] = []
        HTMLText.appendDecoded(bytes, range, to: &text)
        return String(decoding: text, as: UTF8.self)
    }
}
