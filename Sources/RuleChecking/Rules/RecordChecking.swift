package import ContractModel
package import RuleSyntax
package import SourceText

extension RecordSyntax {
  /// Returns this record kind with its fields typed.
  package func checkedKind() -> Diagnosed<RecordKind> {
    var checker = RecordChecker(record: self)
    let kind = checker.checked()
    return Diagnosed(kind, checker.diagnostics)
  }
}

private struct RecordChecker {
  let record: RecordSyntax
  var diagnostics: [Diagnostic] = []

  mutating func checked() -> RecordKind {
    let declared = record.fields.filter { $0.name.text != "dated" }
    if record.fields.count == declared.count { diagnostics.append(.undatedRecord(record.name)) }
    reportRepeats()
    let fields = declared.map { field in
      RecordKind.Field(
        name: field.name.text, isOptional: field.isOptional, type: type(of: field),
        domain: domain(of: field), range: field.range)
    }
    let keys = record.keys.filter { $0.text != "subject" }
    let keyFields = keys.compactMap { key -> Int? in
      let place = fields.firstIndex { $0.name == key.text }
      if place == nil {
        diagnostics.append(.unknownName(key, what: "field", among: fields.map(\.name)))
      }
      return place
    }
    return RecordKind(
      nature: RecordNature(rawValue: record.nature.text) ?? .evidence, name: record.name.text,
      plural: record.plural?.text ?? record.name.text + "s", isKeyed: !record.keys.isEmpty,
      keyFields: keyFields, asserters: record.asserters.map(\.text), about: subjectKinds(),
      fields: fields, documentation: record.documentation, range: record.name.range)
  }

  private mutating func subjectKinds() -> [SubjectKind] {
    if record.about.isEmpty { diagnostics.append(.recordAboutNothing(record.name)) }
    if record.asserters.isEmpty { diagnostics.append(.recordWithoutAuthority(record.name)) }
    return record.about.compactMap { name in
      let kind = SubjectKind(rawValue: name.text)
      if kind == nil {
        diagnostics.append(
          .unknownName(name, what: "subject", among: SubjectKind.allCases.map(\.rawValue)))
      }
      return kind
    }
  }

  private mutating func reportRepeats() {
    var seen: [String: NameSyntax] = [:]
    for field in record.fields {
      if RecordFieldNames.supplied.contains(field.name.text) {
        diagnostics.append(.suppliedField(field.name))
      }
      if let first = seen[field.name.text] {
        diagnostics.append(.declaredTwice(field.name, first: first.range))
      }
      seen[field.name.text] = field.name
    }
  }

  private mutating func type(of field: FieldSyntax) -> ValueType {
    let type = field.type.checkedType()
    diagnostics += type.diagnostics
    return type.value
  }

  private mutating func domain(of field: FieldSyntax) -> Interval? {
    guard let range = field.type.domain else { return nil }
    let value = range.checkedLiteral()
    diagnostics += value.diagnostics
    return value.value?.interval
  }
}

/// The fields that every record may have, beside those its kind declares.
package enum RecordFieldNames {
  package static let supplied = [
    "record", "about", "by", "recorded", "source", "phrase", "illustrative", "id",
  ]
}

extension TypeSyntax {
  /// Returns the type that these words name.
  package func checkedType() -> Diagnosed<ValueType> {
    switch form {
    case .moneyPer(let unit):
      switch unit.checkedLength() {
      case .days(let day): return Diagnosed(.moneyPer(day))
      default:
        return Diagnosed(.money, [.unknownUnit(unit, wanted: ["calendar day", "business day"])])
      }
    case .unit(let unit):
      guard let length = unit.checkedLength() else {
        return Diagnosed(.number, [.unknownUnit(unit, wanted: UnitSyntax.lengths)])
      }
      return Diagnosed(length)
    case .words(let words):
      guard words.count == 1 else { return Diagnosed(.words(words.map(\.text))) }
      return words[0].checkedTypeName()
    }
  }
}

extension NameSyntax {
  fileprivate func checkedTypeName() -> Diagnosed<ValueType> {
    let named: [String: ValueType] = [
      "money": .money, "percent": .percent, "number": .number, "date": .date, "text": .text,
      "party": .party, "months": .months, "weeks": .weeks,
    ]
    if let type = named[text] { return Diagnosed(type) }
    // A plural of records is a count; the clause checker knows whether such records exist.
    if text.hasSuffix("s") { return Diagnosed(.count(text)) }
    return Diagnosed(.number, [.unknownName(self, what: "type", among: named.keys.sorted())])
  }
}

extension UnitSyntax {
  static let lengths = ["calendar days", "business days", "weeks", "months"]

  /// The length that these words count; nil where they count records or are unknown.
  func checkedLength() -> ValueType? {
    switch checkedType().value {
    case .days(let day)?: .days(day)
    case .weeks?: .weeks
    case .months?: .months
    default: nil
    }
  }
}
