import ContractModel
import Records
import RuleChecking
import RuleEvaluation
import RuleSyntax
import SourceText

/// Lines of a source that state records.
extension BriefSourcePlanner {
  /// A record within the part that it is about, or one that says so itself.
  mutating func record(
    _ line: SourceLine, in part: SubjectKind?
  ) throws(NotPlain) -> BriefSource.Step {
    guard let place = rules.kinds.firstIndex(where: { $0.name == line.keyword.text }),
      line.values.isEmpty, line.table == nil, line.provenance == nil
    else { throw NotPlain() }
    let kind = rules.kinds[place]
    guard kind.fields.count <= PlainRecords.mostFields else { throw NotPlain() }
    var subject: BriefSource.Path?
    var (day, recorded): (Int32?, Int32?)
    var asserter: String?
    var fields: [BriefSource.RecordField] = []
    for step in line.steps ?? [] {
      guard case .line(let field) = step, field.condition == nil, field.provenance == nil,
        field.table == nil || field.values.count == 1, field.steps == nil
      else { throw NotPlain() }
      if let column = kind.fields.firstIndex(where: { $0.name == field.keyword.text }) {
        let cell = Int32(PlainRecords.Place.fields + column)
        guard !fields.contains(where: { $0.cell == cell }) else { throw NotPlain() }
        fields.append(
          BriefSource.RecordField(
            cell: cell, reading: try content(of: field, column: column, of: place)))
        continue
      }
      switch field.keyword.text {
      case "about":
        let reading = try only(field)
        guard part == nil, subject == nil, reading.isAsItStands else { throw NotPlain() }
        subject = try path(reading.path)
      case "asserted":
        guard asserter == nil, field.values.count == 2,
          case .written(.name(let by)) = field.values[0], by.text == "by",
          case .written(.name(let role)) = field.values[1]
        else { throw NotPlain() }
        asserter = role.text
      case "dated":
        guard day == nil, field.values.count == 1 else { throw NotPlain() }
        day = try self.day(field.values[0])
      case "recorded":
        guard recorded == nil, field.values.count == 1 else { throw NotPlain() }
        recorded = try self.day(field.values[0])
      default: throw NotPlain()
      }
    }
    // What its asserter may not say is set aside, with a word.
    guard let day, let asserter, roles.contains(asserter), kind.asserters.contains(asserter),
      kind.keyFields.allSatisfy({ key in
        fields.contains { $0.cell == Int32(PlainRecords.Place.fields + key) }
      })
    else { throw NotPlain() }
    if let part {
      guard kind.about.contains(part) else { throw NotPlain() }
    } else if subject == nil {
      throw NotPlain()
    }
    text.recordFields += fields
    let places = text.recordFields.count - fields.count..<text.recordFields.count
    text.records.append(
      BriefSource.Record(
        kind: place, subject: subject, day: day, recorded: recorded ?? -1,
        about: kind.about.reduce(0) { $0 | 1 << UInt8($1.place) }, fields: places,
        conditions: try conditions(line.condition)))
    return .record(text.records.count - 1)
  }

  mutating func content(
    of line: SourceLine, column: Int, of kind: Int
  ) throws(NotPlain) -> Int32 {
    let field = rules.kinds[kind].fields[column]
    guard line.values.count == 1 else { throw NotPlain() }
    if case .written(let value) = line.values[0] { return try constant(value, of: field) }
    let reading = try only(line)
    let isTold = rules.kinds[kind].isKeyed
    switch field.type {
    case .words(let all):
      guard reading.unit == nil, reading.joined.isEmpty else { throw NotPlain() }
      var planned = BriefSource.Reading(.word, at: try path(reading.path))
      planned.words = try words(all, of: reading)
      return add(planned)
    case .text:
      guard reading.isAsItStands else { throw NotPlain() }
      return add(BriefSource.Reading(isTold ? .toldText : .text, at: try path(reading.path)))
    case .date:
      guard field.domain == nil else { throw NotPlain() }
      return try day(reading)
    case .money, .moneyPer, .percent, .number, .days, .weeks, .months:
      guard case .literal(let unit)? = reading.unit else { throw NotPlain() }
      let scale = try scale(of: unit)
      guard divisors[kind][column] ?? scale.divisor == scale.divisor else { throw NotPlain() }
      divisors[kind][column] = scale.divisor
      return try number(reading, scale, within: field.domain)
    case .count, .party, .condition: throw NotPlain()
    }
  }

  mutating func constant(
    _ value: LineSyntax.Value, of field: RecordKind.Field
  ) throws(NotPlain) -> Int32 {
    guard case .words(let words) = field.type, case .name(let name) = value,
      let place = words.firstIndex(of: name.text), place < Self.mostWords
    else { throw NotPlain() }
    return add(BriefSource.Reading(constant: 1 << Int64(place)))
  }

  mutating func words(
    _ all: [String], of reading: SourceReading
  ) throws(NotPlain) -> Range<Int32> {
    guard all.count <= Self.mostWords else { throw NotPlain() }
    var list: [BriefSource.Word] = []
    if reading.words.isEmpty {
      for (place, word) in all.enumerated() {
        list.append(BriefSource.Word(word, mask: 1 << Int64(place)))
      }
    }
    for word in reading.words {
      guard let place = all.firstIndex(of: word.meant) else { throw NotPlain() }
      list.append(BriefSource.Word(word.found, mask: 1 << Int64(place)))
    }
    text.words += list
    return Int32(text.words.count - list.count)..<Int32(text.words.count)
  }

  /// Words of a list are bits of a number that is never below zero.
  static let mostWords = 62
}

extension BriefSource.Text {
  /// Whether steps state nothing but records, one of each kind, of which all is read from the members of
  /// the element at hand or is the same for every element, and which ask nothing else of it.
  func stateRecords(_ steps: Range<Int>) -> Bool {
    var kinds: Set<Int> = []
    return self.steps[steps].allSatisfy { step in
      guard case .record(let place) = step,
        conditions[records[place].conditions].allSatisfy({ $0.path.member >= 0 }),
        kinds.insert(records[place].kind).inserted, records[place].subject?.member ?? 0 >= 0
      else { return false }
      let days = [records[place].day, records[place].recorded].filter { $0 >= 0 }
      return (days + recordFields[records[place].fields].map(\.reading)).allSatisfy {
        let path = readings[Int($0)].path
        return path.isFromTop || path.member >= 0
      }
    }
  }
}
