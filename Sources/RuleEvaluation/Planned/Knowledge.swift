import ContractModel

/// A value, what it rests on, and what is lacking where it is not known.
struct Known: Sendable {
  var value: Evaluated
  var missing: Gathered<MissingEvidence> = []
  var records: Gathered<RecordReference> = []

  init(
    _ value: Evaluated, missing: Gathered<MissingEvidence> = [],
    records: Gathered<RecordReference> = []
  ) {
    self.value = value
    self.missing = missing
    self.records = records
  }

  static func quantity(_ interval: Interval) -> Known { Known(.quantity(interval)) }

  static func lacking(_ evidence: MissingEvidence) -> Known { Known(.missing, missing: [evidence]) }

  /// The interval of an ordered value; nil where there is none or it is not known.
  var interval: Interval? {
    if case .quantity(let interval) = value { return interval }
    return nil
  }

  /// Whether it cannot be told what the value is, or whether there is one.
  var isOpen: Bool {
    switch value {
    case .missing, .contested, .errored: true
    case .quantity, .words, .text, .truth, .none: false
    }
  }

  /// Returns a quantity computed from several: known only where all of them are, and an error where
  /// it cannot be worked out.
  static func combining(
    _ parts: [Known], _ body: ([Interval]) throws -> Interval
  ) -> Known {
    var result = Known(.missing)
    for part in parts {
      result.missing.formUnion(part.missing)
      result.records.formUnion(part.records)
    }
    let intervals = parts.compactMap(\.interval)
    if intervals.count == parts.count {
      result.work { try body(intervals) }
    } else {
      result.value = (parts.map(\.trouble).max() ?? .none).evaluated
    }
    return result
  }

  /// Returns a quantity computed from this one and another, as of several.
  func combined(
    with other: Known, _ body: (Interval, Interval) throws -> Interval
  ) -> Known {
    var result = self
    result.missing.formUnion(other.missing)
    result.records.formUnion(other.records)
    if let first = interval, let second = other.interval {
      result.work { try body(first, second) }
    } else {
      result.value = max(trouble, other.trouble).evaluated
    }
    return result
  }

  /// Returns a quantity computed from this one alone, as of several.
  func worked(_ body: (Interval) throws -> Interval) -> Known {
    var result = self
    if let interval {
      result.work { try body(interval) }
    } else {
      result.value = trouble.evaluated
    }
    return result
  }

  private mutating func work(_ body: () throws -> Interval) {
    do {
      value = .quantity(try body())
    } catch {
      value = .errored
      missing.formUnion(Gathered(MissingEvidence.days(lackedBy: error)))
    }
  }

  /// What keeps a quantity from being worked out of the value; a word or a text is none.
  private var trouble: Trouble {
    switch value {
    case .quantity, .none, .missing: .none
    case .contested: .contested
    case .words, .text, .truth, .errored: .errored
    }
  }
}

/// What makes a value impossible to know, the worse the greater.
enum Trouble: Int, Comparable {
  case none
  case contested
  case errored

  static func < (left: Trouble, right: Trouble) -> Bool { left.rawValue < right.rawValue }

  /// The value that stands for it.
  var evaluated: Evaluated {
    switch self {
    case .none: .missing
    case .contested: .contested
    case .errored: .errored
    }
  }
}

/// What is concluded about a condition, and why no more.
struct Judged: Sendable {
  var truth: Truth
  var isErrored = false
  var isContested = false
  var missing: Gathered<MissingEvidence> = []
  var records: Gathered<RecordReference> = []

  init(_ truth: Truth, records: Gathered<RecordReference> = []) {
    self.truth = truth
    self.records = records
  }

  /// Unknown, for the reason that a value is not known.
  init(unknownBecauseOf value: Known) {
    truth = .unknown
    isErrored = value.value == .errored
    isContested = value.value == .contested
    missing = value.missing
    records = value.records
  }

  static let yes = Judged(.yes)
  static let errored = Judged(unknownBecauseOf: Known(.errored))

  /// Why it is undecided, where that is more than something missing.
  var trouble: Trouble {
    guard truth == .unknown else { return .none }
    return isErrored ? .errored : isContested ? .contested : .none
  }

  var negated: Judged {
    var result = self
    result.truth = truth.not
    return result
  }

  /// All hold: one that certainly does not decides alone.
  static func all(_ parts: [Judged]) -> Judged {
    merged(parts, deciding: .no, else: .yes)
  }

  /// At least one holds: one that certainly does decides alone.
  static func any(_ parts: [Judged]) -> Judged {
    merged(parts, deciding: .yes, else: .no)
  }

  /// Those of the truth that decides count alone, else those that are not known, else all.
  private static func merged(
    _ parts: [Judged], deciding: Truth, else other: Truth
  ) -> Judged {
    if parts.count == 1 { return parts[0] }
    var truth = other
    for part in parts where part.truth == deciding || (part.truth == .unknown && truth == other) {
      truth = part.truth
      if truth == deciding { break }
    }
    var result = Judged(truth)
    for part in parts where part.truth == truth {
      result.isErrored = result.isErrored || part.isErrored
      result.isContested = result.isContested || part.isContested
      result.missing.formUnion(part.missing)
      result.records.formUnion(part.records)
    }
    return result
  }

  /// The verdict of a rule that rests on this condition alone.
  var verdict: Verdict {
    switch truth {
    case .yes: .met
    case .no: .failed
    case .unknown: isErrored ? .errored : isContested ? .contested : .unproven
    }
  }
}
