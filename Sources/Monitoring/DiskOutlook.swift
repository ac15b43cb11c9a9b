/// How long the disk will do. Pure.
package struct DiskOutlook: Codable, Equatable, Sendable {
    /// Bytes.
    package let free: Int64
    package let total: Int64
    /// Whole days until nothing is free when as much is written as of late; `nil` when that cannot be told.
    package let daysLeft: Int?

    /// Days of which the rate is taken, and of which it must be at least.
    package static let rateWindow = Duration.seconds(7 * 86_400)
    private static let shortestHistory = Duration.seconds(86_400)

    /// - Parameters:
    ///   - written: bytes of the files written within ``rateWindow``; `nil` when old files go as new ones come.
    ///   - span: over how much of it they were written.
    ///   - share: bytes of files and index together, for each byte of files.
    package init(free: Int64, total: Int64, written: Int64?, span: Duration, share: Double) {
        self.free = free
        self.total = total
        guard let written, written > 0, span >= Self.shortestHistory else {
            daysLeft = nil
            return
        }
        let perDay = Double(written) * max(share, 1) / (span / .seconds(86_400))
        daysLeft = Int(min(Double(free) / perDay, 36_500))
    }

    /// Little is free both of the disk and in itself, or it is full within days.
    package var severity: StatusSnapshot.Severity? {
        if isBelow(percent: 1, bytes: 1 << 30) || daysLeft.map({ $0 < 2 }) == true { return .critical }
        if isBelow(percent: 5, bytes: 10 << 30) || daysLeft.map({ $0 < 7 }) == true { return .warning }
        return nil
    }

    private func isBelow(percent: Int64, bytes: Int64) -> Bool {
        total > 0 && free < bytes && Double(free) * 100 < Double(total) * Double(percent)
    }
}
