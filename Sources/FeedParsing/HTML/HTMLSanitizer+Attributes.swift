internal import NewsModel
internal import NewsText

extension HTMLSanitizer {
    /// The base inside the tag at hand.
    var innerBase: String? {
        var base = base
        for attribute in scanner.attributes where isNamed(attribute, "xml:base") {
            base = WebLink.resolve(decoded(attribute.value), base: base) ?? base
        }
        return base
    }

    mutating func writeAttributes() {
        written.removeAll(keepingCapacity: true)
        for attribute in scanner.attributes {
            let key = NameCache.key(of: attribute.name, in: bytes)
            guard let allowed = allowedAttributes[key], !written.contains(key) else { continue }
            written.append(key)
            let value = attribute.value
            switch allowed.kind {
            case .text:
                if bytes.position(of: 0x26, in: value) == nil {
                    write(allowed.name, bytes, value)
                } else {
                    write(allowed.name, decoded(value))
                }
            case .link:
                writeLink(allowed.name, value)
            case .links:
                let links = candidates(decoded(value))
                if !links.isEmpty { write(allowed.name, links) }
            }
        }
    }

    private mutating func writeLink(_ name: [UInt8], _ value: Range<Int>) {
        var source = bytes
        var range = value
        if bytes.position(of: 0x26, in: value) != nil {
            source = []
            HTMLText.appendDecoded(bytes, value, to: &source)
            range = source.indices
        }
        let isResolved = source.withUnsafeBufferPointer {
            WebLink.isResolved(UnsafeBufferPointer(rebasing: $0[range]))
        }
        if isResolved {
            write(name, source, range)
        } else if let link = WebLink.reference(String(decoding: source[range], as: UTF8.self), base: base) {
            write(name, link)
        }
    }

    /// Where the picture of the tag at hand is, `nil` for a dot that counts readers.
    var picture: String? {
        var source: String?
        for attribute in scanner.attributes {
            if isNamed(attribute, "src") { source = link(attribute.value) }
            let isSize = isNamed(attribute, "width") || isNamed(attribute, "height")
            if isSize, let size = Int(decoded(attribute.value)), size <= 2 { return nil }
        }
        return source.flatMap { WebLink.isWeb($0) ? $0 : nil }
    }

    private func isNamed(_ attribute: HTMLScanner.Attribute, _ name: StaticString) -> Bool {
        attribute.name.count == name.utf8CodeUnitCount && bytes.has(name, at: attribute.name.lowerBound)
    }

    private mutating func write(_ name: [UInt8], _ value: String) {
        let value = Array(value.utf8)
        write(name, value, value.indices)
    }

    private mutating func write(_ name: [UInt8], _ source: [UInt8], _ range: Range<Int>) {
        output.append(0x20)
        output.append(contentsOf: name)
        output.append("=\"")
        var copied = range.lowerBound
        while copied < range.upperBound {
            let stop = HTMLSanitizer.inValue.next(in: source, from: copied, end: range.upperBound)
            output.append(source, copied..<stop)
            if stop < range.upperBound { writeEscaped(source[stop]) }
            copied = stop + 1
        }
        output.append(0x22)
    }

    /// What may not stand in a value as it is.
    private static let inValue = ByteStops(0x26, 0x3C, 0x3E, 0x22, 0x7F)

    func link(_ value: Range<Int>) -> String? {
        WebLink.reference(decoded(value), base: base)
    }

    /// The pictures of a `srcset`, each with its width or density.
    private func candidates(_ set: String) -> String {
        set.utf8.split(separator: 0x2C).prefix(HTMLSanitizer.candidateLimit).compactMap { candidate in
            let parts = candidate.split(whereSeparator: Byte.isBlank).map { String(Substring($0)) }
            guard let first = parts.first, parts.count <= 2, parts.dropFirst().allSatisfy(isDescriptor),
                let link = WebLink.reference(first, base: base)
            else { return nil }
            return ([link] + parts.dropFirst()).joined(separator: " ")
        }.joined(separator: ", ")
    }

    /// A width, a height or a density: `640w`, `1.5x`. Anything else may be half of a link with a blank in it.
    private func isDescriptor(_ text: String) -> Bool {
        guard let unit = text.utf8.last, [0x77, 0x78, 0x68].contains(Byte.lowered(unit)) else { return false }
        return Double(text.dropLast()).map { $0 > 0 } ?? false
    }

    private func decoded(_ range: Range<Int>) -> String {
        guard bytes.position(of: 0x26, in: range) != nil else { return String(decoding: bytes[range], as: UTF8.self) }
        var text: [UInt8] = []
        HTMLText.appendDecoded(bytes, range, to: &text)
        return String(decoding: text, as: UTF8.self)
    }
}
