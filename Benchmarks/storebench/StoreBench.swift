import Dispatch
import Glibc
import NewsModel
import Storing
import Synchronization

/// The archive alone, for `Benchmarks/store.py`: takes in the items of feeds and publishes their articles, as the daemon
/// does it: polls on one thread, batches of articles on another, their files on a third.
///
///     storebench DIRECTORY ARTICLES BATCH
///
/// Prints a line for each twentieth: articles so far, seconds on the clock, seconds of CPU, the median, the 99th
/// percentile and the longest of what a poll waited to store its items (milliseconds), bytes of the index, of its log,
/// and of the files so far.
@main
final class StoreBench: Sendable {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard arguments.count == 3, let articles = Int(arguments[1]), let batch = Int(arguments[2]), batch > 0 else {
            print("usage: storebench DIRECTORY ARTICLES BATCH")
            exit(64)
        }
        var outbox = OutboxSettings()
        outbox.directory = arguments[0] + "/articles"
        outbox.leastFree = nil
        let archive = try Archive.open(state: arguments[0] + "/state", outbox: outbox, now: StoreBench.begin)
        let bench = StoreBench(archive: archive, articles: articles, batch: batch)
        let group = DispatchGroup()
        DispatchQueue(label: "polls").async(group: group) { bench.poll() }
        DispatchQueue(label: "batches").async(group: group) { bench.store() }
        DispatchQueue(label: "files").async(group: group) { bench.publish() }
        group.wait()
        archive.close()
    }

    private let archive: Archive
    private let articles: Int
    private let batch: Int
    private let mill = Mill()
    private let pending: Pending
    private let stored = Stored(most: 2)
    /// Of the polls since the last report; never empty.
    private let waits = Mutex<[Duration]>([.zero])

    /// 2026-09-22
    private static let begin = Timestamp(seconds: 1_790_035_200)
    /// Items in one answer.
    private static let answer = 40
    private static let feeds = 100

    private init(archive: Archive, articles: Int, batch: Int) {
        self.archive = archive
        self.articles = articles
        self.batch = batch
        pending = Pending(most: batch * 3)
    }

    private static func now(_ number: Int) -> Timestamp { begin + .milliseconds(number) }

    private func poll() {
        var number = 0
        while number < articles {
            guard let feed = FeedID("feed\(number / StoreBench.answer % StoreBench.feeds)") else { return }
            let numbers = number..<min(number + StoreBench.answer, articles)
            let items = numbers.map { mill.item($0) }
            let now = StoreBench.now(number)
            let record = FeedRecord(id: feed, url: "https://news.example/\(feed)", now: now)
            let begun = ContinuousClock.now
            do {
                let recorded = try archive.record(items, of: record, now: now)
                waits.withLock { $0.append(begun.duration(to: .now)) }
                pending.add(recorded.pending.map { mill.publication($0) })
            } catch {
                fail(error)
            }
            number = numbers.upperBound
        }
    }

    private func store() {
        var done = 0
        while done < articles {
            let publications = pending.take(batch)
            do {
                let results = try archive.store(publications, now: StoreBench.now(done))
                guard results.allSatisfy({ if case .written = $0.outcome { true } else { false } }) else {
                    print("not all were stored")
                    exit(1)
                }
            } catch {
                fail(error)
            }
            done += publications.count
            stored.add(publications.count)
        }
    }

    private func publish() {
        var (done, told) = (0, 0)
        var (begun, spent) = (ContinuousClock.now, processorTime)
        while done < articles {
            // All of a batch, or of several that came while files were written.
            let count = stored.take()
            if count == 0 { continue }
            done += count
            do {
                try archive.publishOutgoing(now: StoreBench.now(done))
            } catch {
                fail(error)
            }
            guard done * 20 / articles > told else { continue }
            told = done * 20 / articles
            report(done, seconds: begun.duration(to: .now) / .seconds(1), processorTime - spent)
            (begun, spent) = (.now, processorTime)
        }
    }

    private func report(_ done: Int, seconds: Double, _ processor: Double) {
        let sorted = waits.withLock { waits in
            defer { waits = [.zero] }
            return waits.sorted().map { $0 / .milliseconds(1) }
        }
        let statistics = try? archive.statistics()
        print(
            done, seconds, processor, sorted[sorted.count / 2], sorted[sorted.count * 99 / 100], sorted.last ?? 0,
            statistics?.indexBytes ?? 0, statistics?.walBytes ?? 0, statistics?.bytes ?? 0)
        fflush(nil)
    }

    private func fail(_ error: StorageError) -> Never {
        print("\(error)")
        exit(1)
    }

    /// Seconds of CPU so far, the kernel's included.
    private var processorTime: Double {
        var usage = rusage()
        getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
        return [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
    }
}

/// Articles on their way from the polls to the batches, so many at most.
private final class Pending: Sendable {
    private let waiting = Mutex<[Publication]>([])
    private let room = DispatchSemaphore(value: 0)
    private let ready = DispatchSemaphore(value: 0)

    /// The room is given by signals: a semaphore that begins with some must end with as much.
    init(most: Int) {
        for _ in 0..<most { room.signal() }
    }

    func add(_ publications: [Publication]) {
        for _ in publications { room.wait() }
        waiting.withLock { $0 += publications }
        for _ in publications { ready.signal() }
    }

    /// What there is, one at least.
    func take(_ most: Int) -> [Publication] {
        ready.wait()
        var count = 1
        while count < most, ready.wait(timeout: .now()) == .success { count += 1 }
        for _ in 0..<count { room.signal() }
        return waiting.withLock { waiting in
            defer { waiting.removeFirst(count) }
            return Array(waiting.prefix(count))
        }
    }
}

/// Batches that were stored and whose files are not written, so many at most.
private final class Stored: Sendable {
    private let waiting = Mutex(0)
    private let room = DispatchSemaphore(value: 0)
    private let ready = DispatchSemaphore(value: 0)

    init(most: Int) {
        for _ in 0..<most { room.signal() }
    }

    func add(_ articles: Int) {
        room.wait()
        waiting.withLock { $0 += articles }
        ready.signal()
    }

    /// The articles of one batch or more.
    func take() -> Int {
        ready.wait()
        room.signal()
        return waiting.withLock { waiting in
            defer { waiting = 0 }
            return waiting
        }
    }
}
