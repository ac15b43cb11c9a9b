extension XMLScanner {
    mutating func readStartTag() {
        let start = index
        let name = nameRange(from: index + 1)
        index = name.upperBound
        let firstAttribute = attributes.count
        var isEmpty = readAttributes()
        if isEmpty, open.isEmpty, bytes.position(of: "</", in: index..<bytes.count) != nil {
            // The slash ends an address without quotation marks.
            source.complain("bad_attribute", "a root that closes itself before its content", at: start)
            isEmpty = false
        }
        let inside = index
        let scope = namespaces.count
        if attributes.count > firstAttribute { bindNamespaces(of: name, from: firstAttribute) }
        let known = names.resolve(name, in: bytes, namespaces)
        if known.isUnbound { source.complain("unbound_prefix", "a prefix that is not declared", at: start) }
        if !isEmpty { makeRoom(for: known, at: start) }
        guard nodes.count < XMLScanner.elementLimit else { return }
        let isTooDeep = open.count >= XMLScanner.depthLimit
        let node = appendNode(name, known, inside: inside, firstAttribute: firstAttribute)
        open.append(OpenElement(node: node, key: known.key, id: known.id, scope: scope))
        openCounts[known.id] += 1
        if isEmpty || isTooDeep { close(insideEnds: inside) }
        if isTooDeep, !isEmpty, known.id > 0 { passedOver[known.key, default: 0] += 1 }
    }

    private mutating func appendNode(_ name: Range<Int>, _ known: KnownName, inside: Int, firstAttribute: Int) -> Int {
        let parent = open.last?.node ?? -1
        let above = parent >= 0 ? nodes[parent] : nil
        var node = XMLNode(
            vocabulary: known.vocabulary, tag: known.tag, parent: Int32(parent), name: name.packed,
            inside: (inside..<inside).packed, firstAttribute: Int32(firstAttribute),
            base: above?.base ?? -1, language: above?.language ?? -1)
        node.attributeCount = Int32(attributes.count - firstAttribute)
        let own = Int32(nodes.count)
        for attribute in attributes[firstAttribute...] {
            if attribute.isNamed("xml:base", in: bytes, qualified: true) { node.base = own }
            if attribute.isNamed("xml:lang", in: bytes, qualified: true) { node.language = own }
        }
        nodes.append(node)
        guard let last = open.indices.last else { return Int(own) }
        if open[last].lastChild < 0 {
            nodes[parent].firstChild = own
            nodes[parent].hasElements = true
        } else {
            nodes[open[last].lastChild].next = own
        }
        open[last].lastChild = Int(own)
        return Int(own)
    }

    mutating func readEndTag() {
        let start = index
        let name = nameRange(from: index + 2)
        if let close = bytes.position(of: 0x3E, in: name.upperBound..<bytes.count) {
            index = close + 1
        } else {
            source.complain("truncated", "the document ends inside a tag", at: start)
            index = bytes.count
        }
        let key = NameCache.key(of: name, in: bytes)
        if !passedOver.isEmpty, let count = passedOver[key], count > 0 {
            passedOver[key] = count - 1
            return
        }
        if let top = open.last, top.key != key {
            guard openCounts[names.id(of: key)] > 0, open.contains(where: { $0.key == key }) else {
                source.complain("stray_end", "an end tag that closes nothing", at: start)
                return
            }
            source.complain("unclosed_element", "an element that is not closed", at: start)
        }
        while let top = open.last {
            self.close(insideEnds: start)
            if top.key == key { break }
        }
    }

    mutating func close(insideEnds end: Int) {
        guard let top = open.popLast() else { return }
        let start = nodes[top.node].inside.lowerBound
        nodes[top.node].inside = start..<Swift.max(start, Int32(end))
        openCounts[top.id] -= 1
        if !passedOver.isEmpty, open.count < XMLScanner.depthLimit / 2 { passedOver = [:] }
        namespaces.truncate(to: top.scope)
        isClosed = open.isEmpty
    }

    func nameRange(from start: Int) -> Range<Int> {
        var end = start
        while end < bytes.count, Byte.continuesName(bytes[end]) { end += 1 }
        return start..<end
    }

    private mutating func bindNamespaces(of element: Range<Int>, from first: Int) {
        for attribute in attributes[first...] {
            let name = attribute.name.indices(in: bytes)
            guard bytes.has("xmlns", at: name.lowerBound) else { continue }
            let isDefault = name.count == 5
            guard isDefault || bytes[name.lowerBound + 5] == 0x3A else { continue }
            let prefix =
                isDefault ? "" : String(decoding: bytes[(name.lowerBound + 6)..<name.upperBound], as: UTF8.self)
            let uri = XMLText.attribute(attribute.value.indices(in: bytes), of: source)
            namespaces.bind(prefix, to: uri, isOfFeed: open.isEmpty || Tag(name: bytes[element]).isContainer)
        }
    }
}
