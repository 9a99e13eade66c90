internal import ContractModel

extension JSONSchema {
  /// The whole report that `JSONReport` writes.
  package static var report: JSONSchema {
    object([
      Property(
        "version", "The version of this shape; a reader of another one may misread it.",
        constant(.number(JSONReport.version))),
      Property("asOf", "The day on which what was known is decided.", day),
      Property(
        "tool", "The program that wrote the report.",
        object([
          Property("name", "Its name.", constant(.string("holdback"))),
          Property("version", "Its version.", text),
        ])),
      Property(
        "complete",
        "Whether everything that was asked for was decided; where not, no one may "
          + "take the report for a pass.", yesNo),
      Property(
        "waiversHonoured",
        "Whether waivers count; a run may leave them out to show what they hide.",
        yesNo),
      Property(
        "baseline", "The path of the earlier report that this one is held against.", text.orNull),
      Property(
        "shard", "Only in a report of a part of a run, which other parts complete.", shard,
        isRequired: false),
      Property("summary", "What all contracts come to.", summary),
      Property("contracts", "Each contract that was decided.", list(of: defined("contract"))),
      Property(
        "diagnostics", "What is wrong with what the run was given.",
        list(of: defined("diagnostic"))),
      Property("inputs", "Every file that was read.", list(of: defined("input"))),
    ]).titled(
      "Report of holdback check",
      defining: [("contract", contractObject)] + definitionsOfContract + [
        ("diagnostic", diagnostic), ("input", input),
      ])
  }

  private static var shard: JSONSchema {
    object([
      Property("index", "Which part it is, from 1.", ordinal),
      Property("of", "How many parts there are.", ordinal),
      Property("paths", "The paths that the run was given.", list(of: text)),
      Property("allowsEmpty", "Whether there may be nothing to check.", yesNo),
      Property(
        "baseline", "The SHA-256 of the earlier report; null where none was read.",
        pattern("[0-9a-f]{64}").orNull),
    ])
  }

  private static var summary: JSONSchema {
    object([
      Property("contracts", "How many contracts were decided.", count),
      Property(
        "decisions", "How many contracts have each decision.", counts(of: Decision.self)),
      Property("verdicts", "How many findings have each verdict.", counts(of: Verdict.self)),
      Property(
        "cases", "How many cases came out so: each contract, finding and error is one.",
        counts(of: ReportCase.Outcome.self)),
      Property(
        "amounts", "The sums for each currency, by its code.",
        object(named: "[A-Z]{3}", object(amounts + paidToDate))),
    ])
  }

  private static func counts<Choice: RawRepresentable & CaseIterable>(
    of: Choice.Type
  ) -> JSONSchema where Choice.RawValue == String {
    object(Choice.allCases.map { Property($0.rawValue, "How many: \($0.rawValue).", count) })
  }

  private static var diagnostic: JSONSchema {
    object([
      Property(
        "shard", "Only in a report of a part: where in the run it was found; not what all find.",
        object(placeInRun), isRequired: false),
      Property(
        "severity", "After an error something is not decided.", oneOf(["error", "warning"])),
      Property("id", "What kind of mistake it is; the documentation lists them.", text),
      Property("message", "What is wrong.", text),
      Property("at", "Where; null where it is about no text.", defined("place").orNull),
      Property(
        "notes", "Other places that bear on it.",
        list(
          of: object([
            Property("message", "What is there.", text),
            Property("at", "Where.", defined("place")),
          ]))),
      Property("help", "What to do about it.", text.orNull),
    ])
  }

  private static var input: JSONSchema {
    object([
      Property("path", "Its path, as the run was given it or found it.", text),
      Property("role", "What it was read for.", oneOf(ReportedInput.Role.self)),
      Property("sha256", "The SHA-256 of its bytes.", pattern("[0-9a-f]{64}")),
    ])
  }
}
