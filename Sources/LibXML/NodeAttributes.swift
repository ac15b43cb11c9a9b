internal import CLibXML2

extension Node {
    /// Visits every attribute whose value is plain text, without a copy: local name and value, valid as long as the
    /// node. A value without text is empty.
    package func forEachAttribute(_ visit: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Void) {
        var candidate = isElement ? pointer.pointee.properties : nil
        while let attribute = candidate {
            let text = attribute.pointee.children
            visit(bytes(of: attribute.pointee.name), bytes(of: text.flatMap { UnsafePointer($0.pointee.content) }))
            candidate = attribute.pointee.next
        }
    }
}
