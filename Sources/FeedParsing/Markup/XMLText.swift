internal import NewsText

/// Reads the text between tags: references resolved, sections and comments taken apart.
enum XMLText {
    /// The text inside an element as UTF-8: tags and comments left out, references resolved, CDATA as it is.
    static func inside(_ element: Element) -> [UInt8] {
        let bytes = element.tree.bytes
        let range = element.inside
        if bytes.position(of: 0x3C, in: range) == nil, bytes.position(of: 0x26, in: range) == nil {
            return withoutControls(Array(bytes[range]))
        }
        var reader = Reader(element.tree.source, mode: .text)
        reader.read(range)
        return withoutControls(reader.output)
    }

    /// What is inside an element as HTML: its tags as they stand, CDATA escaped, prefixes left to the reader.
    static func markup(_ element: Element) -> [UInt8] {
        let range = element.inside
        guard element.tree.bytes.position(of: "<![CDATA[", in: range) != nil || !element.tree.source.entities.isEmpty
        else {
            return Array(element.tree.bytes[range])
        }
        var reader = Reader(element.tree.source, mode: .markup)
        reader.read(range)
        return reader.output
    }

    /// The value of an attribute: references resolved, line breaks as blanks.
    static func attribute(_ range: Range<Int>, of source: XMLSource) -> String {
        let bytes = source.bytes
        guard bytes.position(of: 0x26, in: range) != nil else { return String(decoding: bytes[range], as: UTF8.self) }
        var reader = Reader(source, mode: .text)
        reader.readText(range)
        return String(decoding: withoutControls(reader.output), as: UTF8.self)
    }

    /// Characters XML forbids, which no reader can show, are dropped.
    private static func withoutControls(_ bytes: [UInt8]) -> [UInt8] {
        let hasControl = bytes.withUnsafeBufferPointer { hasForbiddenControl($0) }
        return hasControl ? bytes.filter { !isControl($0) } : bytes
    }

    private static func isControl(_ byte: UInt8) -> Bool {
        byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D || byte == 0x7F
    }

    private enum Mode { case text, markup }

    private struct Reader {
        let source: XMLSource
        let mode: Mode
        var output: [UInt8] = []
        /// Bytes entities may still add, so that few of them cannot make much of little.
        var entityBudget = 65_536
        private var commentEnds = ForwardSearch("-->")
        private var tagEnds = ForwardSearch(">")

        init(_ source: XMLSource, mode: Mode) {
            self.source = source
            self.mode = mode
        }

        mutating func read(_ range: Range<Int>) {
            let bytes = source.bytes
            output.reserveCapacity(range.count)
            var index = range.lowerBound
            while index < range.upperBound {
                let opening = bytes.position(of: 0x3C, in: index..<range.upperBound) ?? range.upperBound
                readText(index..<opening)
                guard opening < range.upperBound else { return }
                index = readMarkup(bytes, opening, range.upperBound)
            }
        }

        /// At a `<`. Answers where the text goes on.
        private mutating func readMarkup(_ bytes: [UInt8], _ opening: Int, _ end: Int) -> Int {
            if bytes.has("<![CDATA[", at: opening) {
                let close = bytes.position(of: "]]>", in: opening..<end)
                readSection((opening + 9)..<max(close ?? end, opening + 9))
                return close.map { $0 + 3 } ?? end
            }
            if bytes.has("<!--", at: opening) {
                return commentEnds.next(in: bytes, from: opening, to: end).map { $0 + 3 } ?? opening + 4
            }
            let opensTag =
                opening + 1 < end
                && (bytes[opening + 1] == 0x2F || bytes[opening + 1] == 0x3F
                    || Byte.startsName(bytes[opening + 1]))
            guard opensTag, let close = tagEnds.next(in: bytes, from: opening, to: end) else {
                append(0x3C)
                return opening + 1
            }
            if mode == .markup { output.append(bytes, opening..<close + 1) }
            return close + 1
        }

        /// The text of a CDATA section. Sections cannot be nested, but publishers do it: the inner sign goes.
        private mutating func readSection(_ range: Range<Int>) {
            let bytes = source.bytes
            var start = range.lowerBound
            while let inner = bytes.position(of: "<![CDATA[", in: start..<range.upperBound) {
                for byte in bytes[start..<inner] { append(byte) }
                start = inner + 9
            }
            if mode == .text {
                output.append(bytes, start..<range.upperBound)
            } else {
                for byte in bytes[start..<range.upperBound] { append(byte) }
            }
        }

        /// Text without tags: its references resolved, a stray end of CDATA left out.
        mutating func readText(_ range: Range<Int>) {
            let bytes = source.bytes
            let hasStrayEnd = bytes.position(of: "]]>", in: range) != nil
            var index = range.lowerBound
            while index < range.upperBound {
                let reference = bytes.position(of: 0x26, in: index..<range.upperBound) ?? range.upperBound
                if hasStrayEnd { appendRun(bytes, index..<reference) } else { output.append(bytes, index..<reference) }
                guard reference < range.upperBound else { return }
                index = readReference(bytes, reference, range.upperBound)
            }
        }

        private mutating func appendRun(_ bytes: [UInt8], _ range: Range<Int>) {
            var start = range.lowerBound
            while let stray = bytes.position(of: "]]>", in: start..<range.upperBound) {
                output.append(bytes, start..<stray)
                start = stray + 3
            }
            output.append(bytes, start..<range.upperBound)
        }

        private mutating func readReference(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Int {
            if let (text, length) = entity(bytes, index, end) {
                entityBudget -= text.count
                if entityBudget >= 0 { for byte in text { append(byte) } }
                return index + length
            }
            if mode == .text, let reference = CharacterReference(bytes, at: index, end: end) {
                reference.append(to: &output)
                return index + reference.length
            }
            if CharacterReference(bytes, at: index, end: end) == nil {
                source.complain("stray_sign", "an & that begins no reference", at: index)
            }
            output.append(0x26)
            return index + 1
        }

        /// An entity the document declared itself.
        private func entity(_ bytes: [UInt8], _ index: Int, _ end: Int) -> (text: [UInt8], length: Int)? {
            guard !source.entities.isEmpty else { return nil }
            let name = bytes[(index + 1)..<end].prefix(40).prefix(while: Byte.continuesName)
            let close = index + 1 + name.count
            guard close < end, bytes[close] == 0x3B, let text = source.entities[String(decoding: name, as: UTF8.self)]
            else { return nil }
            return (text, name.count + 2)
        }

        /// Appends a byte of text, escaped where the output is markup.
        private mutating func append(_ byte: UInt8) {
            switch byte {
            case 0x3C where mode == .markup: output.append("&lt;")
            case 0x3E where mode == .markup: output.append("&gt;")
            case 0x26 where mode == .markup: output.append("&amp;")
            default: output.append(byte)
            }
        }
    }
}
