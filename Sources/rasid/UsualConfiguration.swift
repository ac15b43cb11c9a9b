import Glibc

/// The configuration that a command reads when none is named.
enum UsualConfiguration {
    /// `feeds.yaml` of the current directory; the one of the service where there is none.
    static var path: String { path(here: "feeds.yaml", ofTheService: "/etc/rasid/feeds.yaml") }

    static func path(here: String, ofTheService: String) -> String {
        access(here, F_OK) != 0 && access(ofTheService, F_OK) == 0 ? ofTheService : here
    }
}
