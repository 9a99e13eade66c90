import ContractModel
import RuleSyntax
import SourceText

extension RecordSyntax {
  /// The plural as declared, or the name with an "s".
  var pluralName: NameSyntax { plural ?? NameSyntax(name.text + "s", range: name.range) }

  /// Returns this record kind with its fields typed; what only a broken line leaves out is not
  /// reported where `isBroken`.
  func checkedKind(among units: KnownUnits, isBroken: Bool) -> Diagnosed<RecordKind> {
    var checker = RecordChecker(record: self, units: units, isBroken: isBroken)
    let kind = checker.checked()
    return Diagnosed(kind, checker.diagnostics)
  }
}

private struct RecordChecker {
  let record: RecordSyntax
  let units: KnownUnits
  let isBroken: Bool
  var diagnostics: [Diagnostic] = []

  mutating func checked() -> RecordKind {
    reportTaken()
    reportRepeats()
    checkDay()
    let fields = record.fields.filter { $0.name.text != "dated" }.map { field in
      let type = type(of: field)
      return RecordKind.Field(
        name: field.name.text, isOptional: field.isOptional, type: type ?? .number,
        domain: type.flatMap { domain(of: field, $0) }, documentation: field.documentation,
        range: field.range)
    }
    let keys = record.keys.filter { $0.text != "subject" }
    let keyFields = keys.compactMap { key -> Int? in
      let place = fields.firstIndex { $0.name == key.text }
      if place == nil {
        reportMissing(
          .unknownName(key, what: .field, among: fields.map(\.name) + ["subject"]))
      }
      return place
    }
    return RecordKind(
      nature: RecordNature(rawValue: record.nature.text) ?? .evidence, name: record.name.text,
      plural: record.pluralName.text, isKeyed: !record.keys.isEmpty, keyFields: keyFields,
      asserters: record.asserters.map(\.text), about: subjectKinds(), fields: fields,
      documentation: record.documentation, range: record.name.range)
  }

  /// Reports that something is absent, unless a broken line may have been it.
  private mutating func reportMissing(_ diagnostic: Diagnostic) {
    if !isBroken { diagnostics.append(diagnostic) }
  }

  /// Units and parts of a contract have their names already.
  private mutating func reportTaken() {
    if Self.taken.contains(record.name.text) {
      diagnostics.append(.suppliedWordTaken(record.name))
    } else if Self.taken.contains(record.pluralName.text) {
      diagnostics.append(.suppliedWordTaken(record.pluralName))
    }
  }

  private static let taken: Set<String> = {
    let parts = SubjectKind.allCases.flatMap { [$0.rawValue, $0.plural] }
    let before = [PartWord.predecessors.rawValue, "predecessor"]
    return Set(parts + before + ["day", "days", "week", "weeks", "month", "months"])
  }()

  private mutating func subjectKinds() -> [SubjectKind] {
    if record.about.isEmpty { reportMissing(.recordAboutNothing(record.name)) }
    if record.asserters.isEmpty { reportMissing(.recordWithoutAuthority(record.name)) }
    return record.about.compactMap { name in
      let kind = SubjectKind(rawValue: name.text)
      if kind == nil {
        diagnostics.append(
          .unknownName(name, what: .subjectWord, among: SubjectKind.allCases.map(\.rawValue)))
      }
      return kind
    }
  }

  private mutating func reportRepeats() {
    var seen = [String: SourceRange](minimumCapacity: record.fields.count)
    for name in record.fields.map(\.name) {
      let first = seen.updateValue(name.range, forKey: name.text)
      if let first { seen[name.text] = first }
      if RecordFieldNames.supplied.contains(name.text) {
        diagnostics.append(.suppliedField(name))
      } else if let first {
        diagnostics.append(.declaredTwice(name, first: first))
      }
    }
  }

  /// Every record has one certain field: the day it speaks of.
  private mutating func checkDay() {
    guard let day = record.fields.first(where: { $0.name.text == "dated" }) else {
      reportMissing(.undatedRecord(record.name))
      return
    }
    if day.isOptional { diagnostics.append(.undatedRecord(day.name)) }
    let type = type(of: day)
    if let type, type != .date {
      diagnostics.append(.typeMismatch(type, wanted: .date, at: day.type.range))
    }
  }

  private mutating func type(of field: FieldSyntax) -> ValueType? {
    let type = field.type.checkedType(among: units)
    diagnostics += type.diagnostics
    return type.value
  }

  private mutating func domain(of field: FieldSyntax, _ type: ValueType) -> Interval? {
    let domain = field.type.checkedDomain(of: type)
    diagnostics += domain.diagnostics
    return domain.value
  }
}

/// The fields that every record may have, beside those its kind declares.
package enum RecordFieldNames {
  package static let supplied = [
    "record", "about", "by", "recorded", "source", "phrase", "illustrative", "id",
  ]
}
