/// The scalar that starts at `index` of UTF-8 and how many bytes it takes. 0 and the length to skip for bytes that
/// are no UTF-8.
package func decodeScalar(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> (scalar: UInt32, length: Int) {
    let first = utf8[index]
    if first < 0x80 { return (UInt32(first), 1) }
    let length: Int
    var scalar: UInt32
    switch first {
    case 0xC2...0xDF: (length, scalar) = (2, UInt32(first & 0x1F))
    case 0xE0...0xEF: (length, scalar) = (3, UInt32(first & 0x0F))
    case 0xF0...0xF4: (length, scalar) = (4, UInt32(first & 0x07))
    default: return (0, 1)
    }
    for offset in 1..<length {
        guard index + offset < utf8.count, utf8[index + offset] & 0xC0 == 0x80 else { return (0, offset) }
        scalar = scalar << 6 | UInt32(utf8[index + offset] & 0x3F)
    }
    let isOverlong = (length == 3 && scalar < 0x800) || (length == 4 && scalar < 0x1_0000)
    let isSurrogate = (0xD800...0xDFFF).contains(scalar)
    return isOverlong || isSurrogate || scalar > 0x10_FFFF ? (0, length) : (scalar, length)
}

/// Appends a scalar as UTF-8. `scalar` is a valid one.
package func appendScalar(_ scalar: UInt32, to bytes: inout [UInt8]) {
    switch scalar {
    case 0..<0x80:
        bytes.append(UInt8(scalar))
    case 0x80..<0x800:
        bytes.append(UInt8(0xC0 | scalar >> 6))
        bytes.append(UInt8(0x80 | scalar & 0x3F))
    case 0x800..<0x1_0000:
        bytes.append(UInt8(0xE0 | scalar >> 12))
        bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
        bytes.append(UInt8(0x80 | scalar & 0x3F))
    default:
        bytes.append(UInt8(0xF0 | scalar >> 18 & 0x07))
        bytes.append(UInt8(0x80 | scalar >> 12 & 0x3F))
        bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
        bytes.append(UInt8(0x80 | scalar & 0x3F))
    }
}
