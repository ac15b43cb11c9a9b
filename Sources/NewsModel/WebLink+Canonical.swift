extension WebLink {
    /// The form in which two links are compared: equal forms name the same page.
    ///
    /// https counts as http, scheme and host are in lower case, the default port, user, fragment, the parameters that
    /// only track readers, and one trailing slash of the path are gone; escapes of letters, digits and `-._~` are
    /// undone, other bytes outside ASCII escaped. `www.`, `m.` and AMP paths stay: they may be other pages. What is no
    /// web link is only trimmed. Twice is once.
    ///
    /// Source: RFC 3986 section 6.2.2 and 6.2.3 for scheme, host, port and escapes.
    package static func canonical(_ link: String) -> String {
        guard let absolute = resolve(link, base: nil), let (parts, bytes) = web(absolute) else {
            return String(decoding: LinkText.cleaned(link), as: UTF8.self)
        }
        var result = Array("http://".utf8)
        result.append(contentsOf: parts.host(in: bytes).map(LinkText.lowered))
        let port = parts.port(in: bytes)
        if !port.isEmpty { result += [0x3A] + port }
        var path = normalized(bytes[parts.path])
        if path.last == 0x2F { path.removeLast() }
        result += path
        if let query = parts.query {
            let kept = bytes[query].split(separator: 0x26).filter { !isTracking($0) }.map(normalized)
            if !kept.isEmpty { result += [0x3F] + kept.joined(separator: [0x26]) }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The same escapes for the same bytes.
    private static func normalized(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte == 0x25, index + 2 < bytes.endIndex, let high = LinkText.digit(bytes[index + 1]),
                let low = LinkText.digit(bytes[index + 2])
            {
                appendNormalized(high << 4 | low, to: &result)
                index += 3
            } else {
                if byte >= 0x80 { LinkText.appendEscape(of: byte, to: &result) } else { result.append(byte) }
                index += 1
            }
        }
        return result
    }

    private static func appendNormalized(_ escaped: UInt8, to result: inout [UInt8]) {
        let isUnreserved = LinkText.isAlphanumeric(escaped) || [0x2D, 0x2E, 0x5F, 0x7E].contains(escaped)
        if isUnreserved { result.append(escaped) } else { LinkText.appendEscape(of: escaped, to: &result) }
    }

    private static func isTracking(_ parameter: ArraySlice<UInt8>) -> Bool {
        let name = parameter.prefix { $0 != 0x3D }.map(LinkText.lowered)
        guard name.count < 30 else { return false }
        return name.starts(with: "utm_".utf8) || trackers.contains(String(decoding: name, as: UTF8.self))
    }

    /// What advertisers, mailers and statistics add to a link that leads to the same page without it.
    private static let trackers: Set<String> = [
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "ysclid", "twclid", "ttclid",
        "igshid", "igsh", "li_fat_id", "mc_cid", "mc_eid", "_ga", "_gl", "_hsenc", "_hsmi", "mkt_tok", "vero_id",
        "oly_anon_id", "oly_enc_id", "wickedid", "guccounter", "guce_referrer", "guce_referrer_sig", "ref_src",
        "__twitter_impression", "at_medium", "at_campaign", "at_custom1", "at_custom2", "at_custom3", "at_custom4",
        "ns_mchannel", "ns_source", "ns_campaign", "ns_linkname", "ns_fee", "xtor", "wt_mc", "wt_zmc", "cmpid", "ocid",
        "traffic_source", "spm", "mtm_campaign", "mtm_source", "mtm_medium", "pk_campaign", "pk_source", "pk_medium",
    ]
}
