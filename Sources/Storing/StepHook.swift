/// The steps of publishing at which a crash could come. Tests stop there and open the archive again; a daemon runs
/// through.
struct StepHook: Sendable {
    enum Step: String, Sendable, CaseIterable {
        case stored, prepared, renamed, synchronized, journaled
    }

    private let action: @Sendable (Step) throws(StorageError) -> Void

    init(_ action: @escaping @Sendable (Step) throws(StorageError) -> Void = { _ throws(StorageError) in }) {
        self.action = action
    }

    func reach(_ step: Step) throws(StorageError) { try action(step) }
}
