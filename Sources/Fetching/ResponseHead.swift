import NewsModel

/// The header of an answer while its lines arrive. Interim answers (1xx) are forgotten when the next one begins.
struct ResponseHead: Sendable {
    /// Bytes of all lines together, interim answers included.
    static let largest = 128 * 1024
    /// Lines, interim answers included.
    static let mostLines = 500
    /// Bytes of one line.
    static let longestLine = 64 * 1024

    /// What makes an answer unacceptable, in words.
    struct Fault: Error, Equatable {
        let detail: String
    }

    private(set) var status = 0
    /// `1.1`, `2`
    private(set) var httpVersion = ""
    private(set) var fields = HeaderFields()
    /// The blank line after the final answer's header has come.
    private(set) var isComplete = false
    private var bytes = 0
    private var lines = 0

    /// Reads one line, its line end included. Trailers, which follow the body, are left alone.
    mutating func take(_ line: UnsafeRawBufferPointer) throws(Fault) {
        guard !isComplete else { return }
        bytes += line.count
        lines += 1
        guard bytes <= ResponseHead.largest, lines <= ResponseHead.mostLines, line.count <= ResponseHead.longestLine
        else { throw Fault(detail: "the header is too large") }
        let end = line.firstIndex { $0 == 0x0D || $0 == 0x0A } ?? line.count
        let content = UnsafeRawBufferPointer(rebasing: line[..<end])
        guard !content.contains(0) else { throw Fault(detail: "NUL in the header") }
        if content.isEmpty {
            isComplete = status >= 200
        } else if content[0] == 0x48, content.starts(with: "HTTP/".utf8) {
            beginAnswer(content)
        } else {
            addField(content)
        }
    }

    private mutating func beginAnswer(_ line: UnsafeRawBufferPointer) {
        let blank = line.firstIndex(of: 0x20) ?? line.count
        httpVersion = text(line[..<blank].dropFirst(5))
        status = decimal(line[blank...].drop { $0 == 0x20 }.prefix { $0 != 0x20 }) ?? 0
        fields = HeaderFields()
    }

    private mutating func addField(_ line: UnsafeRawBufferPointer) {
        if line[0] == 0x20 || line[0] == 0x09 {
            fields.extendLast(with: text(withoutBlanks(line)))
        } else if let colon = line.firstIndex(of: 0x3A), colon > 0 {
            let value = UnsafeRawBufferPointer(rebasing: line[(colon + 1)...])
            fields.append(.init(name: fieldName(line[..<colon]), value: text(withoutBlanks(value))))
        }
    }
}

extension ResponseHead {
    /// What the next request to `url` is to send back byte for byte. A value that is not UTF-8 could not be, and
    /// one that was cut or is absurdly long is not worth keeping.
    func validators(for url: String, sent: Validators?) -> Validators {
        var validators = status == 304 ? sent ?? Validators(url: url) : Validators(url: url)
        validators.url = url
        if let etag = usable(fields["etag"]) { validators.etag = etag }
        if let lastModified = usable(fields["last-modified"]) { validators.lastModified = lastModified }
        return validators
    }

    private func usable(_ value: String?) -> String? {
        guard let value, isSendable(headerValue: value), value.utf8.count <= 4096,
            !value.unicodeScalars.contains(latin1Mark)
        else { return nil }
        return value
    }

    /// The answer itself tells where its body ends (RFC 9112 section 6.3, RFC 9113 section 8.1).
    var hasLength: Bool {
        !httpVersion.hasPrefix("1.") || fields["content-length"] != nil || fields["transfer-encoding"] != nil
            || status == 204
    }

    /// The body's length as announced; `nil` when absent, repeated or no number.
    var contentLength: Int? {
        let values = Set(fields.values("content-length"))
        return values.count == 1 ? values.first.flatMap { decimal($0.utf8) } : nil
    }
}

/// Stands in values for bytes that are no UTF-8.
private let latin1Mark: Unicode.Scalar = "\u{FFFD}"

private func text(_ bytes: some Collection<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
}

/// `bytes` without blanks and tabs at its ends.
private func withoutBlanks(_ bytes: UnsafeRawBufferPointer) -> Slice<UnsafeRawBufferPointer> {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    var slice = bytes[...]
    while let first = slice.first, isBlank(first) { slice = slice.dropFirst() }
    while let last = slice.last, isBlank(last) { slice = slice.dropLast() }
    return slice
}

/// A field's name in lower case.
private func fieldName(_ bytes: Slice<UnsafeRawBufferPointer>) -> String {
    let name = withoutBlanks(UnsafeRawBufferPointer(rebasing: bytes))
    return String(unsafeUninitializedCapacity: name.count) { buffer in
        var count = 0
        for byte in name {
            buffer[count] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
            count += 1
        }
        return count
    }
}

/// A number in ASCII digits, at most 10¹⁵; `nil` for anything else.
func decimal(_ digits: some Collection<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return digits.reduce(0) { min($0 * 10 + Int($1 - 0x30), 1_000_000_000_000_000) }
}

/// Whether `value` can stand in a header line: not empty, no control characters.
func isSendable(headerValue value: String) -> Bool {
    !value.isEmpty && value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }
}
