import ContractModel
import Records
import RuleChecking
import RuleEvaluation
import RuleSyntax
import SourceText

/// What lines of a source say, as numbers, days and paths.
extension BriefSourcePlanner {
  func only(_ line: SourceLine) throws(NotPlain) -> SourceReading {
    guard line.values.count == 1, case .read(let reading) = line.values[0] else {
      throw NotPlain()
    }
    return reading
  }

  mutating func day(_ value: SourceValue) throws(NotPlain) -> Int32 {
    switch value {
    case .read(let reading): return try day(reading)
    case .written(.range(let range)):
      guard case .quantity(let days, .date)? = range.checkedLiteral().value, let day = days.day
      else { throw NotPlain() }
      return add(BriefSource.Reading(constant: Int64(day.dayNumber)))
    case .written: throw NotPlain()
    }
  }

  mutating func day(_ reading: SourceReading) throws(NotPlain) -> Int32 {
    guard reading.isAsItStands || reading.isDate else { throw NotPlain() }
    return add(
      BriefSource.Reading(reading.isDate ? .moment : .day, at: try path(reading.path)))
  }

  mutating func add(_ reading: BriefSource.Reading) -> Int32 {
    text.readings.append(reading)
    return Int32(text.readings.count - 1)
  }

  /// What one of a unit is: so many minor units, or a ratio.
  mutating func scale(of unit: LiteralSyntax) throws(NotPlain) -> PlainQuantity {
    guard let value = unit.checkedValue().value, let exact = value.interval?.exact,
      let scale = PlainQuantity(exact), scale.number > 0
    else { throw NotPlain() }
    if let currency = value.currency { try agree(on: currency) }
    return scale
  }

  mutating func agree(on other: Currency) throws(NotPlain) {
    guard currency ?? other == other else { throw NotPlain() }
    currency = other
  }

  mutating func number(
    _ reading: SourceReading, _ scale: PlainQuantity, within domain: Interval?
  ) throws(NotPlain) -> Int32 {
    guard reading.joined.isEmpty, reading.words.isEmpty else { throw NotPlain() }
    var planned = BriefSource.Reading(.number, at: try path(reading.path))
    let allowed = try allowed(by: domain, scale.divisor)
    planned.times = scale.number
    planned.least = allowed.lowerBound
    planned.most = allowed.upperBound
    return add(planned)
  }

  /// The numbers that are allowed when they are divided.
  func allowed(
    by domain: Interval?, _ divisor: Int64
  ) throws(NotPlain) -> ClosedRange<Int64> {
    let whole = 0...PlainContract.most
    guard let domain else { return whole }
    guard domain.approximately == nil else { throw NotPlain() }
    var (low, high) = (whole.lowerBound, whole.upperBound)
    if let lower = domain.lower {
      guard lower.isIncluded, let scaled = try? lower.value.multiplied(by: Rational(Int(divisor))),
        let least = Int64(exactly: scaled.isInteger ? scaled.floor : scaled.floor + 1)
      else { throw NotPlain() }
      low = max(low, least)
    }
    if let upper = domain.upper {
      guard upper.isIncluded, let scaled = try? upper.value.multiplied(by: Rational(Int(divisor)))
      else { throw NotPlain() }
      high = min(high, Int64(clamping: scaled.floor))
    }
    guard low <= high else { throw NotPlain() }
    return low...high
  }

  mutating func path(_ path: SourcePath) throws(NotPlain) -> BriefSource.Path {
    let first = Int32(text.pathNames.count)
    for component in path.components {
      guard component.index == nil else { throw NotPlain() }
      text.pathNames.append(place(of: Array(component.name)))
    }
    let names = first..<Int32(text.pathNames.count)
    let isMember = !path.isFromTop && path.outward == 0 && names.count == 1
    return BriefSource.Path(
      isFromTop: path.isFromTop, outward: Int32(path.outward), names: names,
      member: isMember ? text.pathNames[Int(first)] : -1)
  }

  private mutating func place(of name: [UInt8]) -> Int32 {
    if let known = text.names.firstIndex(of: name) { return Int32(known) }
    text.names.append(name)
    return Int32(text.names.count - 1)
  }

  mutating func conditions(
    _ condition: SourceCondition?
  ) throws(NotPlain) -> Range<Int> {
    let tests = condition?.tests ?? []
    for test in tests {
      let wanted: BriefSource.Condition.Wanted
      switch test.wanted {
      case .given: wanted = .given
      case .notGiven: wanted = .notGiven
      case .among(let found): wanted = .among(texts(found))
      case .notAmong(let found): wanted = .notAmong(texts(found))
      case .same: throw NotPlain()
      }
      text.conditions.append(
        BriefSource.Condition(path: try path(test.path), wanted: wanted))
    }
    return text.conditions.count - tests.count..<text.conditions.count
  }

  mutating func texts(_ texts: [String]) -> Range<Int> {
    text.texts += texts.map { Array($0.utf8) }
    return text.texts.count - texts.count..<text.texts.count
  }
}

extension SourceReading {
  /// Whether it is the very text of the document.
  var isAsItStands: Bool { unit == nil && words.isEmpty && joined.isEmpty }

  /// Whether it is the day of a moment.
  var isDate: Bool {
    guard case .date? = unit else { return false }
    return words.isEmpty && joined.isEmpty
  }
}
