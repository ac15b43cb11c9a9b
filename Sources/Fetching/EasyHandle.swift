import CLibCurl
import CLinux
import Glibc
import NewsModel

/// Makes libcurl ready, once for the process; `false` when it cannot be.
///
/// The locale is set since libcurl reads international host names in the locale's encoding, and services often run
/// without one.
///
/// Without memory libcurl would lose transfers in silence, or say what it says of a header that is too long, which is the
/// server's fault: so the process ends instead.
func prepareLibcurl() -> Bool { isLibcurlReady }

private let isLibcurlReady: Bool = {
    _ = rasid_use_utf8_locale()
    return rasid_curl_global_init(rasid_allocate, free, rasid_reallocate, rasid_copy_text, rasid_allocate_zeroed)
        == CURLE_OK
}()

/// A handle of libcurl for one request at a time, with typed setters. Belongs to one thread.
///
/// What all requests under the same settings have in common is told once, since telling libcurl costs as much as
/// reading a small answer does.
final class EasyHandle {
    let pointer: UnsafeMutableRawPointer
    let sockets: SocketWatch
    /// Whose request it is now; libcurl's callbacks find it here.
    var transfer: Transfer?
    private let message = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
    private var lines: UnsafeMutablePointer<curl_slist>?
    private var userAgent: String?

    /// `nil` when there is no memory.
    init?(_ settings: FetchSettings, _ sockets: SocketWatch, _ goodbyes: Goodbyes) {
        message[0] = 0
        guard let pointer = curl_easy_init() else {
            message.deallocate()
            return nil
        }
        self.pointer = pointer
        self.sockets = sockets
        rasid_curl_set_pointer(pointer, CURLOPT_ERRORBUFFER, message)
        configure(settings)
        goodbyes.listen(to: self)
    }

    deinit {
        curl_easy_cleanup(pointer)
        curl_slist_free_all(lines)
        message.deallocate()
    }

    func set(_ option: CURLoption, _ value: Int) {
        rasid_curl_set_long(pointer, option, value)
    }

    /// `nil` takes the option's value away.
    func set(_ option: CURLoption, _ value: String?) {
        rasid_curl_set_string(pointer, option, value)
    }

    func set(_ option: CURLoption, _ value: UnsafeMutableRawPointer?) {
        rasid_curl_set_pointer(pointer, option, value)
    }

    func setUserAgent(_ value: String) {
        guard value != userAgent else { return }
        userAgent = value
        set(CURLOPT_USERAGENT, value)
    }

    /// The header lines to send, in place of the last request's. `false` when there is no memory for them.
    func setHeader(_ header: [String]) -> Bool {
        var new: UnsafeMutablePointer<curl_slist>?
        for line in header {
            guard let longer = curl_slist_append(new, line) else {
                curl_slist_free_all(new)
                return false
            }
            new = longer
        }
        rasid_curl_set_list(pointer, CURLOPT_HTTPHEADER, new)
        curl_slist_free_all(lines)
        lines = new
        return true
    }

    func number(_ info: CURLINFO) -> Int {
        var value = 0
        rasid_curl_get_long(pointer, info, &value)
        return value
    }

    /// A time since the start of the transfer; zero when that point was not reached.
    func time(_ info: CURLINFO) -> Duration {
        var microseconds: curl_off_t = 0
        rasid_curl_get_off(pointer, info, &microseconds)
        return .microseconds(microseconds)
    }

    /// What libcurl says of its last error.
    var errorText: String { String(cString: message) }
}
