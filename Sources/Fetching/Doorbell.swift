import CLinux
import Glibc

/// Wakes a thread that sleeps until a descriptor can be read. Any thread may ring.
final class Doorbell: Sendable {
    let descriptor: Int32

    /// `nil` when the system has no descriptor left.
    init?() {
        descriptor = rasid_doorbell()
        guard descriptor >= 0 else { return nil }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    func ring() {
        var one: UInt64 = 1
        // It fails only when it has been rung 2⁶⁴ times unheard.
        _ = write(descriptor, &one, 8)
    }

    /// After this the next ring is heard anew.
    func hush() {
        var count: UInt64 = 0
        // It fails only when nobody rang.
        _ = read(descriptor, &count, 8)
    }
}
