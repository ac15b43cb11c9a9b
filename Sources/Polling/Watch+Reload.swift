import Configuring
import Fetching
import Monitoring
import NewsModel
import Storing
import Synchronization

/// A new configuration in place of the old.
extension Watch {
    /// Asks for the configuration to be read again, soon. Many requests before that are one.
    package func askToReload() {
        reloadBell.ring()
    }

    func askForReload() -> ControlAnswer {
        askToReload()
        return ControlAnswer(0, "the configuration will be read again")
    }

    /// Waits until the configuration has been read again, in a reload that began after this call.
    func reloadAndWait() async -> ControlAnswer {
        let outcome = await reloads.value(of: reloadsBegun.withLock { $0 + 1 }, ask: reloadBell.ring)
        return outcome ?? ControlAnswer(2, "rasid is stopping")
    }

    /// Reads the configuration again whenever someone asks, one time after another, until the task is cancelled.
    func reloadWhenAsked() async {
        for await _ in reloadBell.rings {
            if Task.isCancelled { return }
            let number = reloadsBegun.withLock { begun in
                begun += 1
                return begun
            }
            let outcome = await reloadFile()
            reloads.resolve(where: { $0 <= number }, outcome)
        }
    }

    private func reloadFile() async -> ControlAnswer {
        let path = configuration.withLock { $0.configuration.path }
        do throws(ConfigurationError) {
            // Ten thousand feeds take a while to read: not on the threads that everything else needs.
            let read = await workers.run {
                Result { () throws(ConfigurationError) in try Configuration.load(path: path) }
            }
            return await reload(try read.get())
        } catch {
            environment.announce(.reloading)
            defer { environment.announce(.ready) }
            return refuseReload("\(error)")
        }
    }

    /// Takes a new configuration in place of the old. Feeds keep their history. The outbox, its format, the state
    /// directory and the window of duplicates change only with a restart; a configuration that changes them is refused.
    func reload(_ configuration: Configuration) async -> ControlAnswer {
        environment.announce(.reloading)
        defer { environment.announce(.ready) }
        let settings = configuration.settings
        let old = self.configuration.withLock { $0.configuration.settings }
        guard settings.outbox.isSamePlace(as: old.outbox), settings.state == old.state,
            settings.duplicateWindow == old.duplicateWindow
        else {
            return refuseReload(
                "\(configuration.path): outbox, disk, format, state and the duplicates' window change only with a restart"
            )
        }
        let now = environment.now()
        fetcher.update(settings.fetch, userAgent: environment.userAgent(settings))
        let records = await writer.run { [archive] in
            Result { () throws(StorageError) in
                try archive.list(Set(settings.feeds.map(\.id)))
                return try archive.feedRecords()
            }
        }
        self.configuration.withLock { $0 = Loaded(configuration: configuration, at: now) }
        state.withLock { state in
            var known = (try? records.get()) ?? []
            known.append(contentsOf: state.unsaved.values)
            state.reloadFailure = nil
            state.schedule.replaceFeeds(settings.feeds, records: known.reversed(), now: now)
        }
        if case .failure(let error) = records { noteStorage(failure: error) }
        tell(.reloaded(feeds: settings.feeds.count))
        pollBell.ring()
        return ControlAnswer(0, "\(configuration.path): \(settings.feeds.count) feeds")
    }

    /// A new configuration was wrong; the old one stays.
    private func refuseReload(_ reason: String) -> ControlAnswer {
        let now = environment.now()
        state.withLock { $0.reloadFailure = (reason, now) }
        tell(.reloadRefused(reason))
        return ControlAnswer(78, reason)
    }
}

extension OutboxSettings {
    /// Whether everything but the retention is equal.
    fileprivate func isSamePlace(as other: OutboxSettings) -> Bool {
        var other = other
        other.retention = retention
        return self == other
    }
}
