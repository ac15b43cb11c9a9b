import Fetching
import Glibc
import NewsModel

/// The fetcher alone, for `Benchmarks/fetch.py`: fetches the URLs of standard input, then again with the validators that
/// this brought, then ten times so, and throws the bodies away.
///
///     fetchbench CONCURRENCY PER_HOST <urls
///
/// Prints a line for each round: name, seconds on the clock, seconds of CPU, answers, of them 304, failures, decoded
/// bytes, peak memory in KiB.
@main
struct FetchBench {
    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst().compactMap { Int($0) }
        guard arguments.count == 2 else {
            print("usage: fetchbench CONCURRENCY PER_HOST <urls")
            exit(64)
        }
        var settings = FetchSettings()
        settings.concurrency = arguments[0]
        settings.perHost = arguments[1]
        settings.hostDelay = .zero
        settings.allowPrivate = [AddressRange(bytes: [127, 0, 0, 0], prefixLength: 8)].compactMap { $0 }
        var urls: [String] = []
        while let url = readLine() { urls.append(url) }

        let fetcher = try Fetcher(settings, userAgent: "Rasid/0.0 (+https://example.org/bench)")
        var requests = urls.map { FetchRequest($0, kind: .feed) }
        var spent = 0.0
        for (name, times) in [("cold", 1), ("304", 1), ("304s", 10)] {
            let begun = ContinuousClock.now
            let round = await run(Array(repeating: requests, count: times).flatMap { $0 }, fetcher)
            let cpu = processorTime
            print(
                name, begun.duration(to: .now) / .seconds(1), cpu - spent, round.answers, round.notModified,
                round.failures, round.bytes, peakMemory)
            spent = cpu
            for index in requests.indices { requests[index].validators = round.validators[index].map { [$0] } ?? [] }
        }
        await fetcher.shutdown()
    }

    private struct Round {
        var answers = 0
        var notModified = 0
        var failures = 0
        var bytes = 0
        var validators: [Int: Validators] = [:]

        mutating func add(_ response: FetchResponse?, _ index: Int) {
            guard let response else {
                failures += 1
                return
            }
            answers += 1
            notModified += response.isNotModified ? 1 : 0
            bytes += response.decodedBytes
            validators[index] = response.validators
        }
    }

    /// As many requests wait at once as the daemon asks for: the fetcher decides how many are under way.
    private static func run(_ requests: [FetchRequest], _ fetcher: Fetcher) async -> Round {
        await withTaskGroup(of: (Int, FetchResponse?).self) { jobs in
            var round = Round()
            var rest = requests.enumerated().makeIterator()
            func ask() {
                guard let (index, request) = rest.next() else { return }
                jobs.addTask { (index, try? await fetcher.fetch(request)) }
            }
            for _ in 0..<256 { ask() }
            for await (index, response) in jobs {
                round.add(response, index)
                ask()
            }
            return round
        }
    }

    /// Seconds of CPU so far, the kernel's included.
    private static var processorTime: Double {
        [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
    }

    /// KiB.
    private static var peakMemory: Int { usage.ru_maxrss }

    private static var usage: rusage {
        var usage = rusage()
        getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
        return usage
    }
}
