extension Scalar where Value: RawRepresentable<String> & CaseIterable & Sendable {
    /// One of the words of an enumeration.
    static var choice: Scalar {
        let values = Array(Value.allCases)
        let words = values.map(\.rawValue)
        return Scalar(
            allowed: words.dropLast().joined(separator: ", ") + " or \(words.last ?? "")", written: \.rawValue,
            parse: { text throws(Refusal) in
                guard let value = values.first(where: { $0.rawValue == text }) else {
                    throw Refusal(hint: nearest(to: text, in: words).map { "did you mean \($0)?" })
                }
                return value
            })
    }
}

extension Scalar where Value == Bool {
    static var flag: Scalar {
        Scalar(allowed: "true or false", written: \.description) { text throws(Refusal) in
            switch text {
            case "true": return true
            case "false": return false
            default: throw Refusal()
            }
        }
    }
}
