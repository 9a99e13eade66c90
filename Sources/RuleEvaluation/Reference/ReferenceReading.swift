import ContractModel

/// What is known of a condition.
enum Standing: Int, Comparable {
  case yes
  case no
  case unknown
  case contested
  case errored

  static func < (left: Standing, right: Standing) -> Bool { left.rawValue < right.rawValue }

  init(_ truth: Truth) {
    switch truth {
    case .yes: self = .yes
    case .no: self = .no
    case .unknown: self = .unknown
    }
  }

  var not: Standing {
    switch self {
    case .yes: .no
    case .no: .yes
    case .unknown, .contested, .errored: self
    }
  }

  var isDecided: Bool { self == .yes || self == .no }

  var evaluated: Evaluated {
    switch self {
    case .yes: .truth(.yes)
    case .no: .truth(.no)
    case .unknown: .truth(.unknown)
    case .contested: .contested
    case .errored: .errored
    }
  }
}

/// A value with what it was read from and what would make it more certain.
struct Reading {
  var value: Evaluated
  /// What would help where the value does not decide a matter.
  var missing: Set<MissingEvidence> = []
  var records: Set<RecordReference> = []

  static let errored = Reading(value: .errored)

  static func missing(_ evidence: MissingEvidence) -> Reading {
    Reading(value: .missing, missing: [evidence])
  }

  /// Returns the reading of a value worked out from several: of what went wrong the worst counts,
  /// and a value that is certainly not there is missing where a calculation needs it.
  static func combining(
    _ readings: [Reading], _ calculation: ([Interval]) throws -> Interval
  ) -> Reading {
    var result = Reading(value: .errored)
    for reading in readings {
      result.missing.formUnion(reading.missing)
      result.records.formUnion(reading.records)
    }
    let intervals = readings.compactMap { reading -> Interval? in
      guard case .quantity(let interval) = reading.value else { return nil }
      return interval
    }
    let values = readings.map(\.value)
    if values.contains(.errored) {
      result.value = .errored
    } else if values.contains(.contested) {
      result.value = .contested
    } else if values.contains(.missing) || values.contains(.none) {
      result.value = .missing
    } else if intervals.count == readings.count, let interval = try? calculation(intervals) {
      result.value = .quantity(interval)
    }
    return result
  }
}

/// A condition judged: how it stands, why, and what would settle it.
struct Judgement {
  var standing: Standing
  var missing: Set<MissingEvidence> = []
  var records: Set<RecordReference> = []

  static let errored = Judgement(standing: .errored)

  var not: Judgement {
    Judgement(standing: standing.not, missing: missing, records: records)
  }

  /// One `no` decides; else the worst of what is undecided; else `yes`. What decided it, and
  /// nothing else, is cited.
  static func all(_ parts: [Judgement]) -> Judgement { joined(parts, decisive: .no, other: .yes) }

  /// One `yes` decides; else the worst of what is undecided; else `no`.
  static func any(_ parts: [Judgement]) -> Judgement { joined(parts, decisive: .yes, other: .no) }

  private static func joined(
    _ parts: [Judgement], decisive: Standing, other: Standing
  ) -> Judgement {
    let undecided = parts.filter { !$0.standing.isDecided }
    if parts.contains(where: { $0.standing == decisive }) {
      return union(of: parts.filter { $0.standing == decisive }, standing: decisive)
    }
    if let worst = undecided.map(\.standing).max() { return union(of: undecided, standing: worst) }
    return union(of: parts, standing: other)
  }

  private static func union(of parts: [Judgement], standing: Standing) -> Judgement {
    var result = Judgement(standing: standing)
    for part in parts {
      result.records.formUnion(part.records)
      if !standing.isDecided { result.missing.formUnion(part.missing) }
    }
    return result
  }
}
