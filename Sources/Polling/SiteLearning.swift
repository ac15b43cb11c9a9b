package import Extracting
package import NewsModel
package import Storing
import Synchronization

/// What the pages of each site repeat, as far as this daemon has seen them: a lock around ``SiteMemory``.
package final class SiteLearning: Sendable {
    private let memory: Mutex<SiteMemory>

    /// - Throws: ``StorageError`` when the index cannot be read.
    package init(_ archive: Archive) throws(StorageError) {
        memory = Mutex(SiteMemory(stored: try archive.siteBlocks()))
    }

    package func blocks(of host: String) -> SiteBlocks {
        memory.withLock { $0.blocks(of: host) }
    }

    /// Takes in the page of an article that is told here first.
    package func learn(_ page: SitePage) {
        memory.withLock { $0.learn(page.lines, from: page.host) }
    }

    /// Stores what was learned since the last time; what cannot be stored now is kept for the next. Blocks.
    package func store(in archive: Archive, now: Timestamp) throws(StorageError) {
        let (changed, forgotten) = memory.withLock { $0.takeChanges() }
        guard !changed.isEmpty || !forgotten.isEmpty else { return }
        do {
            try archive.save(siteBlocks: changed, forgotten: forgotten, now: now)
        } catch {
            memory.withLock { $0.giveBack(changed: changed, forgotten: forgotten) }
            throw error
        }
    }
}

/// The lines of a page, for learning what its site repeats.
package struct SitePage: Sendable {
    package let host: String
    package let lines: [UInt64]

    /// - Returns: `nil` for a page whose address names no host.
    package init?(_ extraction: Extraction, url: String) {
        guard let host = SitePage.host(of: url) else { return nil }
        self.host = host
        lines = extraction.lineHashes
    }

    /// The host of a page's address, without `www.`; pages for telephones are made differently.
    package static func host(of url: String) -> String? {
        WebLink.host(of: url).map { $0.hasPrefix("www.") ? String($0.dropFirst(4)) : $0 }
    }
}
