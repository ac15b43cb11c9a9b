import Monitoring
import NewsModel

/// The JSON of `rasid status` and `rasid feed`. Members only ever grow; a number's unit is in its name.
extension StatusView {
    var json: String {
        var writer = JSONWriter()
        let told = snapshot ?? StatusSnapshot()
        writer.object { writer in
            writer.member("schema", told.schema)
            writer.member("version", snapshot?.version)
            writer.member("running", isRunning)
            writer.member("pid", daemon.map(Int.init))
            writer.member("state", state)
            writer.member("started_at", snapshot?.startedAt.rfc3339)
            writer.member("snapshot_at", snapshot?.snapshotAt.rfc3339)
            writer.member("health", isRunning ? health.rawValue : "unknown")
            writer.member("problems", told.problems) { $0.write($1) }
            writer.write(told.feeds)
            writer.write(told.polls)
            writer.name("articles")
            writer.write(told.articles, stories: told.stories)
            writer.write(told.outbox)
            writer.name("index")
            writer.object { writer in
                writer.member("articles", told.index.articles)
                writer.member("bytes", told.index.bytes)
            }
            writer.name("network")
            writer.object { writer in
                writer.member("up", told.network.isUp)
                writer.member("hosts", told.network.hosts)
                writer.member("hosts_held", told.network.hostsHeld)
            }
            writer.name("disk")
            writer.object { writer in
                writer.member("free_bytes", Int(told.diskFree))
                writer.member("total_bytes", told.disk.map { Int($0.total) })
                writer.member("days_left", told.disk?.daysLeft)
            }
            writer.name("process")
            writer.object { writer in
                writer.member("rss_bytes", Int(told.process.residentBytes))
                writer.member("fds", told.process.descriptors)
            }
            writer.name("config")
            writer.object { writer in
                writer.member("path", told.configuration.path)
                writer.member("loaded_at", told.configuration.loadedAt.rfc3339)
                writer.member("last_reload_ok", told.configuration.lastReloadOK)
                writer.member("hash", told.configuration.hash)
            }
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}

extension JSONWriter {
    fileprivate mutating func write(_ problem: StatusSnapshot.Problem) {
        object { writer in
            writer.member("id", problem.id)
            writer.member("severity", problem.severity.rawValue)
            writer.member("feed", problem.feed)
            writer.member("since", problem.since.rfc3339)
            writer.member("count", problem.count)
            writer.member("message", problem.message)
            writer.member("next_try_at", problem.nextTry?.rfc3339)
            writer.member("next_step", ProblemGuide.guide(for: problem.id)?.nextStep)
            writer.member("hint", "rasid explain \(problem.id)")
        }
    }

    fileprivate mutating func write(_ feeds: StatusSnapshot.Feeds) {
        name("feeds")
        object { writer in
            writer.member("total", feeds.total)
            writer.member("ok", feeds.ok)
            writer.member("failing", feeds.failing)
            writer.member("paused", feeds.paused)
            writer.member("gone", feeds.gone)
            writer.member("never", feeds.never)
            writer.member("overdue", feeds.overdue)
        }
    }

    fileprivate mutating func write(_ polls: StatusSnapshot.Polls) {
        name("polls")
        object { writer in
            writer.member("window_s", Int(RecentPolls.window.wholeSeconds))
            writer.member("new", polls.new)
            writer.member("unchanged", polls.unchanged)
            writer.member("not_modified", polls.notModified)
            writer.member("errors", polls.errors)
            writer.member("p95_ms", polls.p95Milliseconds.map(Int.init))
            writer.member("under_way", polls.underWay)
            writer.member("next_at", polls.next?.rfc3339)
        }
    }

    fileprivate mutating func write(_ articles: Counters.Articles, stories: Int) {
        object { writer in
            writer.member("new", articles.written)
            writer.member("updated", articles.updated)
            writer.member("duplicates", articles.duplicates)
            writer.member("filtered", articles.filtered)
            writer.member("no_text", articles.withoutText)
            writer.member("robots", articles.refusedByRobots)
            writer.member("failed", articles.failed)
            writer.member("stories", stories)
        }
    }

    fileprivate mutating func write(_ outbox: StatusSnapshot.Outbox) {
        name("outbox")
        object { writer in
            writer.member("path", outbox.path)
            writer.member("files", outbox.files)
            writer.member("bytes", outbox.bytes)
            writer.member("last_write_at", outbox.lastWrite?.rfc3339)
            writer.member("pending", outbox.pending)
            writer.member("seq", Int(outbox.sequence))
            writer.member("writable", outbox.isWritable)
        }
    }
}

extension FeedRecord {
    /// One line of JSON Lines.
    ///
    /// - Parameter itemsByDay: the last days, the present one last.
    func jsonLine(isPaused: Bool, itemsByDay: [Int]) -> String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("name", id.name)
            writer.member("url", url)
            writer.member("title", title)
            writer.member("state", state.rawValue)
            writer.member("paused", isPaused)
            writer.member("since", stateSince.rfc3339)
            writer.member("last_success_at", lastSuccess?.rfc3339)
            writer.member("last_attempt_at", lastAttempt?.rfc3339)
            writer.member("last_status", lastStatus)
            writer.name("last_error")
            if let lastFailure {
                writer.object { writer in
                    writer.member("code", lastFailure.code)
                    writer.member("message", lastFailure.message)
                }
            } else {
                writer.null()
            }
            writer.member("failures", failures)
            writer.member("next_poll_at", state == .gone ? nil : plan.at.rfc3339)
            writer.member("next_reason", plan.reason)
            writer.member("polls", polls)
            writer.member("items_seen", itemsSeen)
            writer.member("items_by_day", itemsByDay) { $0.value($1) }
            writer.member("paused_since", pausedSince?.rfc3339)
            writer.name("pages")
            if let pages {
                writer.object { writer in
                    writer.member("last", pages.pages)
                    writer.member("without_text", pages.withoutText)
                }
            } else {
                writer.null()
            }
            writer.member("last_new_item_at", lastNewItem?.rfc3339)
            writer.member("redirect_to", redirect?.target)
            writer.member("validators", validators) { writer, validators in
                writer.object { writer in
                    writer.member("url", validators.url)
                    writer.member("etag", validators.etag)
                    writer.member("last_modified", validators.lastModified)
                }
            }
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
