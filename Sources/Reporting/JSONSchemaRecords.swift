package import ContractModel

extension JSONSchema {
  /// One status record of any of these kinds, with all that its kind asks for.
  package static func records(_ kinds: [RecordKind]) -> JSONSchema {
    any(of: kinds.map { defined($0.name) }).titled(
      "Status record", defining: kinds.map { ($0.name, record(of: $0)) })
  }

  private static func record(of kind: RecordKind) -> JSONSchema {
    let heads = HeadField.allCases.filter { head in
      !kind.fields.contains { $0.name == head.rawValue }
    }
    let properties =
      [
        Property(
          "record", "The kind; not needed in a file that is named for it.",
          constant(.string(kind.name)), isRequired: false),
        Property(
          "about", "The part of the contract that it speaks of, by its name: a \(kind.aboutWords).",
          about(kind), isRequired: !kind.isAboutContractAlone),
      ] + heads.map { head($0, of: kind) } + kind.fields.indices.map { field($0, of: kind) }
    return JSONSchema(
      [("description", .string(kind.meaning))] + object(properties).keywords)
  }

  /// `launch`, or with words for kinds where names repeat: `milestone launch deliverable accounts`.
  private static func about(_ kind: RecordKind) -> JSONSchema {
    let kinds = SubjectKind.allCases.map(\.rawValue).joined(separator: "|")
    let own = kind.about.map(\.rawValue).joined(separator: "|")
    let schema = pattern("\(name)|((\(kinds)) \(name) )*(\(own)) \(name)")
    return kind.isAboutContractAlone ? schema.orNull : schema
  }

  private static func head(_ head: HeadField, of kind: RecordKind) -> Property {
    let name = head.rawValue
    switch head {
    case .by:
      return Property(
        name, "The role of the party that asserts it; of any other party it counts for nothing.",
        kind.asserters.isEmpty ? text.orNull : oneOf(kind.asserters),
        isRequired: !kind.asserters.isEmpty)
    case .dated:
      return Property(
        name, "The day it speaks of, a month, or two days between which it lies.",
        RecordPattern.boundedDays)
    case .recorded:
      return Property(
        name, "The day it was put on file; the last it speaks of unless stated.",
        RecordPattern.oneDay.orNull, isRequired: false)
    case .source:
      return Property(name, "Where it was reported.", text.orNull, isRequired: false)
    case .phrase:
      return Property(name, "In which words it was reported.", text.orNull, isRequired: false)
    case .illustrative:
      return Property(
        name, "Whether it is made up.",
        any(of: [yesNo, oneOf(["yes", "no", "true", "false"]), null]), isRequired: false)
    case .id:
      return Property(
        name, "What names this record and no other of the contract.",
        any(of: [text, RecordPattern.plainNumber, null]), isRequired: false)
    }
  }

  private static func field(_ index: Int, of kind: RecordKind) -> Property {
    let field = kind.fields[index]
    let isRequired = !field.isOptional || kind.keyFields.contains(index)
    let schema = RecordPattern.schema(of: field.type)
    return Property(
      field.name, field.meaning, isRequired ? schema : schema.orNull, isRequired: isRequired)
  }

  private static var name: String { RecordPattern.name }
}

extension RecordKind {
  fileprivate var aboutWords: String { about.map(\.rawValue).joined(separator: " or ") }

  fileprivate var meaning: String { documentation?.onOneLine ?? "A record of \(nature.rawValue)." }
}

extension RecordKind.Field {
  /// What the rules say of it, or of what type it is.
  fileprivate var meaning: String {
    let words = ([type.description] + [domainWords].compactMap(\.self)).joined(separator: ", ")
    guard let documentation else { return "Of type \(words)." }
    return "\(documentation.onOneLine) Of type \(words)."
  }

  /// The values allowed; amounts are counted in the smallest unit of a currency that is not known.
  private var domainWords: String? {
    switch type {
    case .money, .moneyPer: nil
    case .percent, .number, .count, .days, .weeks, .months, .date, .text, .words, .party,
      .condition:
      domain?.text(of: type, in: nil)
    }
  }
}
