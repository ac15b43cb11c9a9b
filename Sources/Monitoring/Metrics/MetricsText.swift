/// Figures in a text that Prometheus reads, built family by family.
///
/// Source: the exposition format 0.0.4 of prometheus.io, and OpenMetrics 1.0. They differ in how a counter is
/// announced and in the last line.
struct MetricsText {
    struct Sample {
        var labels: [(name: String, value: String)] = []
        let value: Double

        init(_ value: Double, _ labels: (name: String, value: String)...) {
            self.value = value
            self.labels = labels
        }
    }

    private let form: MetricsForm
    private var text = ""

    init(_ form: MetricsForm) {
        self.form = form
    }

    /// The whole text; nothing may be added afterwards.
    var finished: String { form == .openMetrics ? text + "# EOF\n" : text }

    mutating func gauge(_ name: String, _ help: String, _ samples: [Sample]) {
        guard !samples.isEmpty else { return }
        announce(name, "gauge", help)
        for sample in samples { add(name, sample) }
    }

    mutating func gauge(_ name: String, _ help: String, _ value: Double?) {
        gauge(name, help, value.map { [Sample($0)] } ?? [])
    }

    /// - Parameter name: without `_total`.
    mutating func counter(_ name: String, _ help: String, _ samples: [Sample]) {
        announce(form == .openMetrics ? name : "\(name)_total", "counter", help)
        for sample in samples { add("\(name)_total", sample) }
    }

    mutating func histogram(_ name: String, _ help: String, _ histogram: Histogram) {
        announce(name, "histogram", help)
        for (bound, count) in histogram.cumulative { add("\(name)_bucket", Sample(Double(count), ("le", "\(bound)"))) }
        add("\(name)_bucket", Sample(Double(histogram.count), ("le", "+Inf")))
        add("\(name)_sum", Sample(histogram.sum))
        add("\(name)_count", Sample(Double(histogram.count)))
    }

    private mutating func announce(_ name: String, _ kind: String, _ help: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind)\n"
    }

    private mutating func add(_ name: String, _ sample: Sample) {
        text += name
        if !sample.labels.isEmpty {
            text += "{" + sample.labels.map { "\($0.name)=\"\(MetricsText.escaped($0.value))\"" }.joined(separator: ",")
            text += "}"
        }
        text += " \(MetricsText.number(sample.value))\n"
    }

    private static func number(_ value: Double) -> String {
        Int64(exactly: value).map(String.init) ?? "\(value)"
    }

    private static func escaped(_ value: String) -> String {
        guard value.utf8.contains(where: { $0 == 0x22 || $0 == 0x5C || $0 == 0x0A }) else { return value }
        var text = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}

/// The two texts that figures can be asked for in.
package enum MetricsForm: Sendable {
    /// What node_exporter reads from files, and every Prometheus.
    case prometheus
    case openMetrics

    var contentType: String {
        switch self {
        case .prometheus: "text/plain; version=0.0.4; charset=utf-8"
        case .openMetrics: "application/openmetrics-text; version=1.0.0; charset=utf-8"
        }
    }
}
