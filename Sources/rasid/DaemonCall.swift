import ArgumentParser
import Configuring
import FoundationEssentials
import Glibc
import Monitoring
import Storing

/// The way to the running daemon, for commands that ask it for something.
struct DaemonCall {
    private let path: String

    /// Complains and exits 3 when no daemon works there.
    init(_ place: StatePlace) throws {
        path = try DaemonCall.socket(place)
    }

    /// What the daemon answers. Complains and exits 3 when it is not running, 4 when it is not ours to ask, 2 when it
    /// does not answer.
    ///
    /// - Parameter patience: for the whole conversation.
    func ask(_ request: ControlRequest, patience: Duration) throws -> ControlAnswer {
        do throws(ControlError) {
            return try ControlClient(path: path, patience: patience).ask(request)
        } catch {
            switch error.kind {
            case .notThere:
                complain("not running: \(error)")
                throw ExitCode.notRunning
            case .forbidden:
                complain("\(error); members of its group may ask")
                throw ExitCode.unreadableState
            default:
                complain("\(error)")
                throw ExitCode(2)
            }
        }
    }

    /// The socket in the state directory. Where the configuration cannot be read that directory is not known; the one
    /// the service manager gave us leads there, too.
    private static func socket(_ place: StatePlace) throws -> String {
        if place.state == nil,
            let runtime = ControlPlace.runtimeDirectory(ProcessInfo.processInfo.environment),
            access("\(runtime)/\(ControlPlace.name)", F_OK) == 0
        {
            return "\(runtime)/\(ControlPlace.name)"
        }
        return "\(try place.directoryOfDaemon())/\(ControlPlace.name)"
    }
}

extension ExitCode {
    /// No daemon works on the state directory (LSB).
    static let notRunning = ExitCode(3)
}
