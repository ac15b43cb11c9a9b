/// What is remembered of one origin's robots.txt over a restart.
package struct RobotsRecord: Equatable, Sendable {
    /// `https://example.org`, with the port where it is not the scheme's own.
    package let origin: String
    /// The rules that concern us, written as a robots.txt of one group; `nil` when none could ever be had.
    package let rules: String?
    /// To ask again with.
    package let validators: Validators?
    /// When it is to be asked for again.
    package let expires: Timestamp

    package init(origin: String, rules: String?, validators: Validators?, expires: Timestamp) {
        self.origin = origin
        self.rules = rules
        self.validators = validators
        self.expires = expires
    }
}
