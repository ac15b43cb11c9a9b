import Dispatch
import Glibc

/// Signals as an asynchronous stream, as long as this lives. The default action of the signals is off as soon as they
/// come in the stream.
final class SignalStream {
    let stream: AsyncStream<Int32>
    private let sources: [any DispatchSourceSignal]

    init(_ signals: [Int32]) {
        let queue = DispatchQueue(label: "rasid.signals")
        let (stream, continuation) = AsyncStream.makeStream(of: Int32.self)
        self.stream = stream
        sources = signals.map { number in
            // The source listens a moment later. A stop that is ignored until then is lost and the process runs on; one
            // that ends it leaves nothing that a kill would not.
            if number == SIGHUP { signal(number, SIG_IGN) }
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler { continuation.yield(number) }
            source.resume()
            return source
        }
    }

    deinit {
        for source in sources { source.cancel() }
    }
}
