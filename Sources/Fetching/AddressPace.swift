/// What goes on at each IP address, for counting hosts that share one together. Pure: it is told the time.
struct AddressPace: Sendable {
    typealias Instant = ContinuousClock.Instant

    /// Whether a request may start at an address.
    enum Opening: Equatable {
        case now
        case at(Instant)
        /// When a running one has ended.
        case full
    }

    private struct Place: Sendable {
        var address: [UInt8]
        var running = 0
        var lastStart: Instant?
        /// Hosts that wait until a request here has ended.
        var parked: Set<Int> = []
    }

    private var places: [Place] = []
    private var numbers: [[UInt8]: Int] = [:]
    private var free: [Int] = []

    var count: Int { numbers.count }

    /// The number of a place, given now when it has none.
    mutating func number(of address: [UInt8]) -> Int {
        if let number = numbers[address] { return number }
        let number = free.popLast() ?? places.count
        let place = Place(address: address)
        if number == places.count { places.append(place) } else { places[number] = place }
        numbers[address] = number
        return number
    }

    func opening(of place: Int, now: Instant, _ limits: HostGate.Limits) -> Opening {
        guard places[place].running < limits.perHost else { return .full }
        guard let next = nextStart(at: place, limits), next > now else { return .now }
        return .at(next)
    }

    mutating func begin(at place: Int, now: Instant) {
        places[place].running += 1
        places[place].lastStart = now
    }

    /// - Returns: the hosts that waited for it.
    mutating func end(at place: Int) -> Set<Int> {
        places[place].running -= 1
        defer { places[place].parked = [] }
        return places[place].parked
    }

    mutating func park(_ host: Int, at place: Int) {
        places[place].parked.insert(host)
    }

    /// The limits changed: nobody waits here any more.
    mutating func unpark() {
        for place in places.indices { places[place].parked = [] }
    }

    /// Forgets the places that are idle and of no host that is remembered.
    mutating func prune(keeping needed: Set<Int>, now: Instant, _ limits: HostGate.Limits) {
        for (address, place) in numbers where !needed.contains(place) && places[place].running == 0 {
            if let next = nextStart(at: place, limits), next > now { continue }
            numbers[address] = nil
            free.append(place)
        }
    }

    private func nextStart(at place: Int, _ limits: HostGate.Limits) -> Instant? {
        places[place].lastStart.map { $0 + limits.hostDelay }
    }
}
