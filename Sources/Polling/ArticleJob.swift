import Monitoring
import NewsModel
import Storing
import Synchronization

/// One item, from the archive's list of pending ones to a file, a copy or a note why there is none.
struct ArticleJob {
    let watch: Watch
    let item: PendingItem

    init(_ watch: Watch, _ item: PendingItem) {
        self.watch = watch
        self.item = item
    }

    /// Waits after the first, second and third failure of a page: over a day in all, then the feed's text must do.
    private static let pauses: [Duration] = [.seconds(600), .seconds(2 * 3600), .seconds(20 * 3600)]
    private static let outagePause = Duration.seconds(300)

    func run() async {
        guard let known = watch.state.withLock({ $0.schedule.poll(of: item.feed) }) else { return }
        var feed = known.feed
        // What is configured goes before what the feed calls itself.
        feed.title = feed.title ?? known.record.title
        let now = watch.environment.now()
        let isLastTry = item.attempts >= Self.pauses.count
        if item.version == 1, let original = await knownCopy() {
            note(await watch.publisher.publish(ReadyArticle(item, copyOf: original)), title: item.item.title)
            return
        }
        let maker = ArticleMaker(
            fetcher: watch.fetcher, robots: watch.robots, workers: watch.workers, registry: watch.registry,
            sites: watch.sites)
        let made = await maker.make(item, of: feed, isLastTry: isLastTry, now: now)
        // A page that was cut off by the stop is fetched again by the next run.
        if Task.isCancelled, case .article = made {} else if Task.isCancelled { return }
        switch made {
        case .article(let article):
            let result = await watch.publisher.publish(article)
            // Copies and new versions would teach the lines of one story again.
            if case .success(.written) = result, let page = article.sitePage { watch.sites.learn(page) }
            note(result, title: article.article.title)
        case .none(let reason, let detail):
            await setAside(reason, detail)
        case .unchanged:
            await settle()
        case .later(let reason, let retryAfter):
            await postpone(reason, retryAfter)
        case .held(let pause):
            await putOff("the host asked for a pause", by: pause, attempts: item.attempts)
        }
    }

    /// The page says what it said; what the feed says of it changes nothing.
    private func settle() async {
        let result = await watch.writer.run { [archive = watch.archive, id = item.id] in
            Result { try archive.settle(id) }
        }
        if case .failure(let error) = result { watch.noteStorage(failure: "\(error)") }
    }

    /// The article another feed brought with the same link, so that the page need not be fetched twice.
    private func knownCopy() async -> ArticleID? {
        let now = watch.environment.now()
        let result = await watch.writer.run { [archive = watch.archive, item] in
            Result { try archive.existingCopy(link: item.link, feed: item.feed, now: now) }
        }
        switch result {
        case .success(let original): return original
        case .failure(let error):
            watch.noteStorage(failure: error)
            return nil
        }
    }

    private func note(_ result: Result<PublicationOutcome, StorageError>, title: String?) {
        switch result {
        case .success(.written(let file, _)):
            count(.written, as: .written, .published(file: file, feed: item.feed, title: title, version: 1))
        case .success(.updated(let file, let version, _)):
            count(.updated, as: .updated, .published(file: file, feed: item.feed, title: title, version: version))
        case .success(.duplicate(let original, _)):
            count(.duplicate, as: .duplicate, .duplicate(item.id, of: original, feed: item.feed, title: title))
        case .success(.unchanged), .success(.withdrawn):
            break
        case .failure(let error):
            watch.noteStorage(failure: error)
            watch.state.withLock { state in
                state.unstored.append(item.id)
                state.progress.itemsPostponed += 1
            }
            watch.registry.note { $0.articles.add(Measurements.ArticleOutcome.error.rawValue) }
            return
        }
        watch.noteStorage(failure: nil)
    }

    private func setAside(_ reason: SetAsideReason, _ detail: String) async {
        let now = watch.environment.now()
        let result = await watch.writer.run { [archive = watch.archive, id = item.id] in
            Result { try archive.setAside(id, outcome: reason, detail: detail, now: now) }
        }
        if case .failure(let error) = result { watch.noteStorage(failure: error) }
        let (outcome, figure): (Counters.ArticleOutcome, Measurements.ArticleOutcome) =
            switch reason {
            case .filtered, .tooOld, .language, .withdrawn: (.filtered, .filtered)
            case .robots: (.robots, .robots)
            case .noText: (.noText, .noText)
            case .tooShort: (.noText, .tooShort)
            case .error: (.failed, .error)
            }
        count(outcome, as: figure, .setAside(item.id, feed: item.feed, reason: "\(reason): \(detail)"))
    }

    private func postpone(_ reason: String, _ retryAfter: Duration?) async {
        let host = item.pageLink.flatMap { WebLink.host(of: $0) } ?? ""
        // A try in our own outage is none.
        let isOurs = watch.state.withLock { $0.network.isDown(for: host) }
        let pause = Self.pauses[min(item.attempts, Self.pauses.count - 1)]
        await putOff(
            reason, by: max(isOurs ? Self.outagePause : pause, min(retryAfter ?? .zero, PollDecision.day)),
            attempts: isOurs ? item.attempts : item.attempts + 1)
    }

    private func putOff(_ reason: String, by pause: Duration, attempts: Int) async {
        let until = watch.environment.now() + pause
        let result = await watch.writer.run { [archive = watch.archive, id = item.id] in
            Result { try archive.postpone(id, until: until, failure: reason, attempts: attempts) }
        }
        if case .failure(let error) = result { watch.noteStorage(failure: error) }
        watch.state.withLock { $0.progress.itemsPostponed += 1 }
        watch.tell(.pageFailed(item.id, feed: item.feed, url: item.pageLink ?? "", reason: reason))
    }

    private func count(
        _ outcome: Counters.ArticleOutcome, as figure: Measurements.ArticleOutcome, _ event: WatchEvent
    ) {
        let now = watch.environment.now()
        let isFromPage = item.pageLink != nil
        watch.state.withLock { state in
            state.counters.count(outcome)
            let hasText = outcome == .written || outcome == .updated
            if hasText { state.history.note(now: now) { $0.articles += 1 } }
            guard isFromPage, hasText || outcome == .noText else { return }
            if let record = state.schedule.notePage(of: item.feed, hasText: hasText, now: now) {
                state.unsaved[item.feed] = record
            }
        }
        watch.registry.note { $0.articles.add(figure.rawValue) }
        watch.tell(event)
    }
}
