import ContractModel
import Records

/// How many records of an aggregate are cited: the first ones, as nobody reads more.
enum Citing {
  static let most = 100
}

extension [RecordReference] {
  /// Keeps the first of these and of others, as many as are cited; both are in their order.
  mutating func cite(_ others: [RecordReference]) {
    if others.isEmpty { return }
    self = Array((self + others).sorted().prefix(Citing.most))
  }

  mutating func renumber(_ number: (Int) -> Int) {
    for place in indices {
      self[place] = RecordReference(file: self[place].file, line: number(self[place].line))
    }
  }
}

/// How many records pass a test, and the first that do not.
struct Passes: Sendable {
  private(set) var passed = 0
  private(set) var failed = 0
  private(set) var failing: [RecordReference] = []

  init() {}

  /// So many of them, as somebody else counted.
  init(passed: Int, failed: Int, failing: [RecordReference]) {
    self.passed = passed
    self.failed = failed
    self.failing = failing
  }

  mutating func add(_ isPassed: Bool, _ reference: @autoclosure () -> RecordReference) {
    if isPassed {
      passed += 1
    } else {
      if failed < Citing.most { failing.append(reference()) }
      failed += 1
    }
  }

  mutating func merge(_ other: Passes) {
    passed += other.passed
    failed += other.failed
    failing.cite(other.failing)
  }

  mutating func renumber(_ number: (Int) -> Int) { failing.renumber(number) }
}

/// A sum in whole numbers of the column's scale.
struct Sum: Sendable {
  private(set) var total: Int128 = 0
  /// Whether no part of it is below zero.
  private(set) var isNeverNegative = true

  init() {}

  /// The sum that somebody else drew.
  init(total: Int128, isNeverNegative: Bool) {
    self.total = total
    self.isNeverNegative = isNeverNegative
  }

  mutating func add(_ value: Int64) {
    total += Int128(value)
    if value < 0 { isNeverNegative = false }
  }

  mutating func merge(_ other: Sum) {
    total += other.total
    isNeverNegative = isNeverNegative && other.isNeverNegative
  }
}

/// The records of the first or last day, and whether they agree.
struct Extreme: Sendable {
  private(set) var day: Int64 = 0
  private(set) var value: Int64?
  private(set) var agrees = true
  private(set) var cited: [RecordReference] = []

  init() {}

  /// What somebody else found of the first or last day.
  init(value: Int64, agrees: Bool, cited: [RecordReference]) {
    self.value = value
    self.agrees = agrees
    self.cited = cited
  }

  mutating func add(
    _ value: Int64, on day: Int64, _ reference: @autoclosure () -> RecordReference, isLatest: Bool
  ) {
    if let current = self.value, day == self.day {
      if current != value { agrees = false }
      if cited.count < Citing.most { cited.append(reference()) }
    } else if self.value == nil || (isLatest ? day > self.day : day < self.day) {
      self.day = day
      self.value = value
      agrees = true
      cited.removeAll(keepingCapacity: true)
      cited.append(reference())
    }
  }

  mutating func merge(_ other: Extreme, isLatest: Bool) {
    guard let theirs = other.value else { return }
    if let ours = value, day == other.day {
      agrees = agrees && other.agrees && ours == theirs
      cited.cite(other.cited)
    } else if value == nil || (isLatest ? other.day > day : other.day < day) {
      self = other
    }
  }

  mutating func renumber(_ number: (Int) -> Int) { cited.renumber(number) }
}
