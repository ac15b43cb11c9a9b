/// A document's text, however it was encoded.
package struct DecodedText: Sendable {
    /// Valid UTF-8, without byte order marks and without characters that XML forbids.
    package let utf8: [UInt8]
    /// What the bytes were read as: the WHATWG name in lower case, `windows-1256`.
    package let encoding: String
    /// The label of the response, else of the document, as it was written.
    package let declared: String?
    /// The label was wrong or unknown, or there was none on an XML document that is no UTF-8.
    package let isOverridden: Bool
    /// Bytes that meant nothing were replaced by U+FFFD.
    package let hadErrors: Bool
}

/// Tells the encoding of what comes from the web, where labels are missing, misspelt or wrong.
package enum Charset {
    /// What kind of document the bytes are; it decides where a label is looked for.
    package enum DocumentKind: Sendable {
        /// A feed: `<?xml encoding="…"?>`.
        case xml
        /// A page: `<meta charset="…">`.
        case html
        /// JSON or plain text, which carry no label.
        case text
    }

    /// The text of a document.
    ///
    /// In this order: byte order mark, the pattern of UTF-16 and UTF-32 markup, valid UTF-8 (which wins over any
    /// label), the response's label, the document's label, the letters. Letters also overrule a label they contradict:
    /// Arabic of windows-1256 that is labelled as Latin or as ISO-8859-6. A few bad bytes in UTF-8 are replaced one by
    /// one. Linear time.
    ///
    /// - Parameter httpCharset: the `charset` of the response's Content-Type, as sent.
    package static func decode(_ bytes: [UInt8], httpCharset: String?, kind: DocumentKind) -> DecodedText {
        bytes.withUnsafeBufferPointer { buffer in
            var document = CharsetDecision(buffer, of: bytes, httpCharset: httpCharset, kind: kind)
            return document.decode()
        }
    }
}

/// One document on its way to text.
private struct CharsetDecision {
    private let bytes: UnsafeBufferPointer<UInt8>
    /// The same bytes, which are the text when nothing is wrong with them.
    private let document: [UInt8]
    private let kind: Charset.DocumentKind
    private let httpLabel: String?
    private var documentLabel: String?

    init(
        _ bytes: UnsafeBufferPointer<UInt8>, of document: [UInt8], httpCharset: String?, kind: Charset.DocumentKind
    ) {
        self.bytes = bytes
        self.document = document
        self.kind = kind
        let label = httpCharset.map { String($0.prefix(64)) }
        httpLabel = label?.isEmpty == false ? label : nil
        documentLabel = CharsetDeclaration.label(in: bytes, kind: kind)
    }

    mutating func decode() -> DecodedText {
        if let mark = WideUnits.byteOrderMark(bytes) { return wide(mark.units, from: mark.length) }
        if let units = WideUnits.pattern(bytes) { return wide(units, from: 0) }
        if let text = mainframe() { return text }
        let validity = UTF8Validity(bytes)
        if validity.isASCII, validity.needsFilter, hasJapaneseEscape, let text = converted(as: Encoding.iso2022Japanese)
        {
            return text
        }
        if isUTF8(validity) { return utf8(validity) }
        if let units = labelledUTF16 { return wide(units, from: 0) }
        return eightBit()
    }

    // MARK: Labels

    /// What the labels mean, the response's first.
    private var labelled: [Encoding] {
        [httpLabel, documentLabel].compactMap { $0 }.compactMap { Encoding(label: $0) }
    }

    private func result(_ utf8: [UInt8], as name: String, hadErrors: Bool) -> DecodedText {
        let declared = httpLabel ?? documentLabel
        let known = labelled
        let isAgreed = known.contains { $0.name == name || ($0.isUTF16 && name.hasPrefix("utf-16")) }
        let isOverridden = declared == nil ? kind == .xml && !name.hasPrefix("utf-") : !isAgreed && !isSpelling(name)
        return DecodedText(
            utf8: utf8, encoding: name, declared: declared, isOverridden: isOverridden, hadErrors: hadErrors)
    }

    /// UTF-32 is no encoding of the web and its labels are unknown.
    private func isSpelling(_ name: String) -> Bool {
        let label = (documentLabel ?? httpLabel ?? "").lowercased()
        return name.hasPrefix("utf-32") && (label.hasPrefix("utf-32") || label.hasPrefix("ucs-4"))
    }

    // MARK: Unicode

    private func wide(_ units: WideUnits, from start: Int) -> DecodedText {
        let (utf8, hadErrors) = units.decode(bytes, from: start)
        return result(utf8, as: units.name, hadErrors: hadErrors)
    }

    /// UTF-16 by its label alone, without mark or markup: only when the bytes hold NULs, as blanks do.
    private var labelledUTF16: WideUnits? {
        guard let first = labelled.first, first.isUTF16, bytes.prefix(4096).contains(0) else { return nil }
        return .utf16(bigEndian: first == .utf16BigEndian)
    }

    /// ASCII is UTF-8 unless a label says what else the same bytes may be. Text that is mostly UTF-8 is damaged UTF-8.
    private func isUTF8(_ validity: UTF8Validity) -> Bool {
        if validity.errors == 0 { return validity.sequences > 0 ? !isEastAsian(validity) : !isEscaped }
        if validity.sequences >= 3 * validity.errors { return true }
        let saysUTF8 = labelled.first.map { $0 == .utf8 } ?? true
        return saysUTF8 && validity.sequences > validity.errors
    }

    /// `ESC $ B` or `ESC $ @`, which nothing but ISO-2022-JP has: it needs no label.
    private var hasJapaneseEscape: Bool {
        guard !isEscaped else { return false }
        var index = bytes.startIndex
        while let escape = bytes[index...].firstIndex(of: 0x1B) {
            index = escape + 1
            guard index + 1 < bytes.count else { return false }
            if bytes[index] == 0x24, bytes[index + 1] == 0x42 || bytes[index + 1] == 0x40 { return true }
        }
        return false
    }

    /// ISO-2022 writes Japanese and Korean in ASCII, after escapes.
    private var isEscaped: Bool {
        labelled.first.map { $0.converter.hasPrefix("ISO-2022-") } == true && bytes.contains(0x1B)
    }

    /// Whether the few sequences of a short text are those of its East Asian label: a character of two bytes there may
    /// look like one of UTF-8, where those languages need three.
    private func isEastAsian(_ validity: UTF8Validity) -> Bool {
        guard validity.sequences < 8, !validity.hasLongSequences, let label = labelled.first, label.isEastAsian,
            let decoded = label.decode(bytes)
        else { return false }
        return !decoded.hadErrors
    }

    private func utf8(_ validity: UTF8Validity) -> DecodedText {
        let isClean = validity.errors == 0 && !validity.needsFilter
        let utf8 = isClean ? document : repairedUTF8(bytes)
        let ascii = labelled.first.map { $0.isUTF16 ? Encoding.utf8 : $0 }
        let name = validity.isASCII ? ascii?.name ?? "utf-8" : "utf-8"
        return result(utf8, as: name, hadErrors: validity.errors > 0)
    }

    // MARK: Eight bits

    /// EBCDIC: `<?xm` in code page 037, whose digits and small letters all EBCDIC pages share.
    private mutating func mainframe() -> DecodedText? {
        guard bytes.count > 8, bytes[0] == 0x4C, bytes[1] == 0x6F, bytes[2] == 0xA7, bytes[3] == 0x94 else {
            return nil
        }
        let head = UnsafeBufferPointer(rebasing: bytes.prefix(512))
        guard let ascii = SingleByteTable(Encoding(name: "ibm037", converter: "IBM037"))?.decode(head) else {
            return nil
        }
        documentLabel = ascii.utf8.withUnsafeBufferPointer { CharsetDeclaration.label(in: $0, kind: .xml) }
        let encoding = labelled.first ?? Encoding(name: "ibm037", converter: "IBM037")
        return converted(as: encoding)
    }

    private func eightBit() -> DecodedText {
        let statistics = CharsetStatistics(bytes)
        guard let labelled = labelled.first(where: { $0 != .utf8 && !$0.isUTF16 }) else {
            return converted(as: guess(statistics)) ?? damaged()
        }
        return converted(as: statistics.contradiction(of: labelled) ?? labelled) ?? damaged()
    }

    /// Thai first: its bytes are all pairs of Chinese, too.
    private func guess(_ statistics: CharsetStatistics) -> Encoding {
        let best = statistics.best()
        if best.encoding.name == "windows-874", best.score >= 60 { return best.encoding }
        return EastAsianGuess(bytes).encoding ?? best.encoding
    }

    /// `nil` when the C library has no such converter installed.
    private func converted(as encoding: Encoding) -> DecodedText? {
        guard let (utf8, hadErrors) = encoding.decode(bytes) else { return nil }
        let validity = utf8.withUnsafeBufferPointer { UTF8Validity($0) }
        let clean = validity.needsFilter ? utf8.withUnsafeBufferPointer { repairedUTF8($0) } : utf8
        return result(clean, as: encoding.name, hadErrors: hadErrors)
    }

    private func damaged() -> DecodedText {
        result(repairedUTF8(bytes), as: "utf-8", hadErrors: true)
    }
}

extension Encoding {
    /// UTF-8 of bytes in this encoding, `nil` when the C library does not know it.
    func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> (utf8: [UInt8], hadErrors: Bool)? {
        if let table = SingleByteTable(self) { return table.decode(bytes) }
        guard let converter = Converter(from: converter) else { return nil }
        return converter.convert(bytes)
    }
}
