import Configuring
import NewsModel
import Storing
import Synchronization

/// The daily look through the index, so that damage is known while there are files to build it again from.
extension Watch {
    /// Not at once: what is restarted again and again does not read everything each time.
    private static let firstIndexCheck = Duration.seconds(60)
    private static let indexCheckRhythm = Duration.seconds(86_400)
    /// Until the next try, when it could not be read.
    private static let nextTry = Duration.seconds(3_600)

    /// Looks through the index once a day until the task is cancelled.
    func checkIndexDaily() async {
        let queue = WorkQueues("check", count: 1)
        var pause = Self.firstIndexCheck
        while (try? await Task.sleep(for: pause)) != nil {
            do throws(StorageError) {
                note(faults: try await findFaults(queue))
                pause = Self.indexCheckRhythm
            } catch {
                if Task.isCancelled { return }
                tell(.indexNotChecked("\(error)"))
                pause = Self.nextTry
            }
        }
    }

    /// Over a connection of its own, which a stop interrupts without touching what is being written.
    private func findFaults(_ queue: WorkQueues) async throws(StorageError) -> [String] {
        let directory = configuration.withLock { $0.configuration.settings.state }
        let reader = try Archive.openReadOnly(state: directory)
        let result = await withTaskCancellationHandler {
            await queue.run { Result<[String], StorageError> { () throws(StorageError) in try reader.quickCheck() } }
        } onCancel: {
            reader.interrupt()
        }
        return try result.get()
    }

    private func note(faults: [String]) {
        let now = environment.now()
        state.withLock { $0.indexCheck = (now, faults) }
        if let fault = faults.first { tell(.indexDamaged(fault)) }
    }
}
