import ArgumentParser
import FoundationEssentials
import Storing

/// Queries of a file over documents of a file, for tests and tuning of search.
struct SearchTuning {
    let documents: String
    let queries: String

    private struct Document: Decodable {
        var id: String
        var title: String?
        var text: String?
    }

    private struct Query: Decodable {
        var query: String
    }

    /// Prints one object a query, in order. Exits 3 when a line could not be read, 2 when a file could not.
    func run() throws {
        var isPartial = false
        let trial = try SearchTrial()
        try each(documents, Document.self, &isPartial) { document in
            try trial.add(id: document.id, title: document.title ?? "", text: document.text ?? "")
        }
        var writer = JSONWriter()
        try each(queries, Query.self, &isPartial) { query in
            let ids = try trial.search(query.query)
            writer.clear()
            writer.object { writer in
                writer.member("query", query.query)
                writer.member("ids", ids) { $0.value($1) }
            }
            printResult(writer.text)
        }
        if isPartial { throw ExitCode.partial }
    }

    /// Hands every object of a file to `body`; a line that is none is complained of.
    private func each<Value: Decodable>(
        _ path: String, _ type: Value.Type, _ isPartial: inout Bool, _ body: (Value) throws -> Void
    ) throws {
        var number = 0
        do {
            var reader = try LineReader(path: path)
            while let line = try reader.next() {
                number += 1
                guard line.contains(where: { $0 != 0x20 && $0 != 0x0D }) else { continue }
                guard let value = decoded(type, line) else {
                    complain("\(path.printable), line \(number): not such an object")
                    isPartial = true
                    continue
                }
                try body(value)
            }
        } catch let error as LineReadError {
            complain("\(error)".printable)
            throw ExitCode(2)
        }
    }

    private func decoded<Value: Decodable>(_ type: Value.Type, _ line: [UInt8]) -> Value? {
        do {
            return try JSONDecoder().decode(type, from: Data(line))
        } catch {
            return nil
        }
    }
}
