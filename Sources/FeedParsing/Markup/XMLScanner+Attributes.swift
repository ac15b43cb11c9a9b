extension XMLScanner {
    /// Reads the attributes and the end of a start tag. Answers whether it closes itself.
    mutating func readAttributes() -> Bool {
        let first = attributes.count
        while true {
            skipBlanks()
            guard index < bytes.count else { return false }
            switch bytes[index] {
            case 0x3E:
                index += 1
                return false
            case 0x2F where index + 1 < bytes.count && bytes[index + 1] == 0x3E:
                index += 2
                return true
            case 0x3C:
                // The next tag begins: this one was never ended.
                source.complain("unclosed_tag", "a tag without an end", at: index)
                return false
            case let byte where Byte.startsName(byte):
                readAttribute(first)
            default:
                source.complain("bad_attribute", "a sign that no attribute can have", at: index)
                index += 1
            }
        }
    }

    private mutating func readAttribute(_ first: Int) {
        let name = nameRange(from: index)
        index = name.upperBound
        skipBlanks()
        var value = index..<index
        if index < bytes.count, bytes[index] == 0x3D {
            index += 1
            skipBlanks()
            value = readValue()
        } else {
            source.complain("bad_attribute", "an attribute without a value", at: index)
        }
        guard attributes.count - first < XMLScanner.attributeLimit else { return }
        let isRepeated = attributes[first...].contains { attribute in
            bytes[attribute.name.indices(in: bytes)].elementsEqual(bytes[name])
        }
        if isRepeated {
            source.complain("repeated_attribute", "an attribute that is there twice", at: name.lowerBound)
        } else {
            attributes.append(XMLAttribute(name: name.packed, value: value.packed))
        }
    }

    /// A value in quotes, or what stands up to a blank where there are none.
    private mutating func readValue() -> Range<Int> {
        guard index < bytes.count else { return index..<index }
        let quote = bytes[index]
        if quote == 0x22 || quote == 0x27 {
            let start = index + 1
            if let end = bytes.position(of: quote, in: start..<bytes.count), !swallowsTags(start..<end) {
                index = end + 1
                return start..<end
            }
            source.complain("bad_attribute", "a quotation mark that is not closed", at: index)
            let end = bytes.position(of: 0x3E, in: start..<bytes.count) ?? bytes.count
            index = end
            return start..<(end > start && bytes[end - 1] == 0x2F ? end - 1 : end)
        }
        source.complain("bad_attribute", "a value without quotation marks", at: index)
        let start = index
        while index < bytes.count, !Byte.isBlank(bytes[index]), bytes[index] != 0x3E { index += 1 }
        if index > start, index < bytes.count, bytes[index] == 0x3E, bytes[index - 1] == 0x2F { index -= 1 }
        return start..<index
    }

    /// Whether a value runs over the end of its tag into the next ones, as it does when a quotation mark is missing.
    private func swallowsTags(_ value: Range<Int>) -> Bool {
        guard let opening = bytes.position(of: 0x3C, in: value) else { return false }
        return bytes.position(of: 0x3E, in: value.lowerBound..<opening) != nil
    }

    private mutating func skipBlanks() {
        while index < bytes.count, Byte.isBlank(bytes[index]) { index += 1 }
    }
}

extension Range<Int> {
    var packed: Range<Int32> {
        Int32(clamping: lowerBound)..<Int32(clamping: upperBound)
    }
}
