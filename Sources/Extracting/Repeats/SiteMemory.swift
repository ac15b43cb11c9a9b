/// What the pages of many sites repeat. Bounded: a site that was not seen for long makes room for one that is.
package struct SiteMemory: Sendable {
    private struct Site {
        var blocks: SiteBlocks
        /// Grows with each use of any site.
        var used: UInt64
        var isChanged = false
    }

    private var sites: [String: Site] = [:]
    private var uses: UInt64 = 0
    private var forgotten: Set<String> = []

    /// Sites remembered: some 3 KB each.
    package static let siteLimit = 1000
    /// Sites that go at once when there are too many, so that the search for them is rare.
    private static let sitesForgotten = 50

    /// - Parameter stored: what ``takeChanges()`` gave, by host, least recently used first.
    package init(stored: [(host: String, bytes: [UInt8])] = []) {
        for (host, bytes) in stored.suffix(SiteMemory.siteLimit) {
            guard let blocks = SiteBlocks(bytes: bytes) else { continue }
            uses += 1
            sites[host] = Site(blocks: blocks, used: uses)
        }
    }

    package var count: Int { sites.count }

    /// What is known of a host; nothing for one not seen before.
    package func blocks(of host: String) -> SiteBlocks {
        sites[host]?.blocks ?? SiteBlocks()
    }

    /// Takes in the lines of a page that was not seen before.
    package mutating func learn(_ lines: [UInt64], from host: String) {
        uses += 1
        var site = sites[host] ?? Site(blocks: SiteBlocks(), used: 0)
        site.blocks.learn(lines)
        site.used = uses
        site.isChanged = true
        sites[host] = site
        forgotten.remove(host)
        if sites.count > SiteMemory.siteLimit { forget() }
    }

    private mutating func forget() {
        for (host, _) in sites.sorted(by: { $0.value.used < $1.value.used }).prefix(SiteMemory.sitesForgotten) {
            sites[host] = nil
            forgotten.insert(host)
        }
    }

    /// What is to be stored since the last time, and the hosts whose stored blocks are to go.
    package mutating func takeChanges() -> (changed: [(host: String, bytes: [UInt8])], forgotten: [String]) {
        var changed: [(host: String, bytes: [UInt8])] = []
        for (host, site) in sites.sorted(by: { $0.value.used < $1.value.used }) where site.isChanged {
            changed.append((host, site.blocks.bytes))
            sites[host]?.isChanged = false
        }
        defer { forgotten = [] }
        return (changed, forgotten.sorted())
    }

    /// Takes back changes that could not be stored.
    package mutating func giveBack(changed: [(host: String, bytes: [UInt8])], forgotten hosts: [String]) {
        for (host, _) in changed { sites[host]?.isChanged = true }
        for host in hosts where sites[host] == nil { forgotten.insert(host) }
    }
}
