import ContractModel

/// What is drawn from the records of one day, in the order of the files.
protocol DrawnOfDay: Sendable {
  init()
  var isEmpty: Bool { get }
  mutating func add(_ isPassed: Bool)
  /// Adds what was drawn from records that follow all of these.
  mutating func append(_ other: Self)
}

/// What is drawn from the records of each day, in whatever order days come.
struct ByDay<Drawn: DrawnOfDay>: Sendable {
  private var days: [Int64: Drawn] = [:]
  /// The day at hand, as records mostly come in the order of their days.
  private var day: Int64 = .min
  private var current = Drawn()

  init() {}

  /// What somebody else drew, of the one day that is asked for.
  init(only drawn: Drawn) { current = drawn }

  mutating func add(_ isPassed: Bool, on day: Int64) {
    if day != self.day { settle(on: day) }
    current.add(isPassed)
  }

  var isEmpty: Bool { current.isEmpty && days.isEmpty }

  /// Adds what was drawn from records that follow all of these.
  mutating func append(_ other: ByDay) {
    if other.isEmpty { return }
    if !other.days.isEmpty || other.day != day { settle(on: other.day) }
    for (day, drawn) in other.days { days[day, default: Drawn()].append(drawn) }
    current.append(other.current)
  }

  private mutating func settle(on next: Int64) {
    if !current.isEmpty { days[day, default: Drawn()].append(current) }
    current = Drawn()
    day = next
  }

  /// What was drawn, day by day.
  fileprivate var inOrder: [Drawn] {
    var settled = self
    settled.settle(on: .min)
    return settled.days.sorted { $0.key < $1.key }.map(\.value)
  }
}

/// Records that follow one another, and the longest run of those that pass.
struct PassingRun: DrawnOfDay {
  private var count = 0
  /// Those that pass from the first record on, and up to the last.
  private var leading = 0
  private var trailing = 0
  private(set) var longest = 0

  init() {}

  /// The run that somebody else found.
  init(longest: Int) { (count, self.longest) = (longest, longest) }

  var isEmpty: Bool { count == 0 }

  mutating func add(_ isPassed: Bool) {
    if isPassed {
      if leading == count { leading += 1 }
      trailing += 1
      longest = max(longest, trailing)
    } else {
      trailing = 0
    }
    count += 1
  }

  mutating func append(_ other: PassingRun) {
    longest = max(longest, other.longest, trailing + other.leading)
    if leading == count { leading += other.leading }
    trailing = other.trailing == other.count ? trailing + other.count : other.trailing
    count += other.count
  }
}

extension ByDay<PassingRun> {
  /// The longest run, in the order of days and then of the files.
  var longest: Int {
    var whole = PassingRun()
    for run in inOrder { whole.append(run) }
    return whole.longest
  }
}

/// How many records of one day pass.
struct DayShare: DrawnOfDay {
  var passed = 0
  var count = 0

  var isEmpty: Bool { count == 0 }

  mutating func add(_ isPassed: Bool) {
    if isPassed { passed += 1 }
    count += 1
  }

  mutating func append(_ other: DayShare) {
    passed += other.passed
    count += other.count
  }
}

extension ByDay<DayShare> {
  /// The lowest share of a day; nil where there is none.
  var worst: Rational? {
    inOrder.compactMap { try? Rational(Int128($0.passed), over: Int128($0.count)) }.min()
  }
}
