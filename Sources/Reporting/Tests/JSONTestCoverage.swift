internal import ContractModel
internal import SourceText

extension TestCoverage {
  /// What tests show of the rules, and what they do not.
  func json(in files: SourceFiles) -> JSONValue {
    .object([
      ("outcomes", outcomes.json),
      ("rows", rows.json),
      ("clauses", .array(clauses.map { $0.json(in: files) })),
    ])
  }
}

extension TestCoverage.Clause {
  fileprivate func json(in files: SourceFiles) -> JSONValue {
    .object([
      ("clause", .string(name)),
      ("at", range.json(in: files)),
      ("rules", .array(rules.map { $0.json(in: files) })),
      ("rows", .array(rows.map { $0.json(in: files) })),
    ])
  }
}

extension TestCoverage.Rule {
  fileprivate func json(in files: SourceFiles) -> JSONValue {
    .object([
      ("rule", .string(name)),
      ("at", range.json(in: files)),
      ("shown", .texts(reachable.filter(covered.contains).map(\.rawValue))),
      ("missing", .texts(missing.map(\.rawValue))),
    ])
  }
}

extension TestCoverage.Row {
  fileprivate func json(in files: SourceFiles) -> JSONValue {
    .object([
      ("table", .string(table)),
      ("row", .string(text)),
      ("at", range.json(in: files)),
      ("isShown", .bool(isCovered)),
    ])
  }
}

extension Share {
  var json: JSONValue { .object([("shown", .number(part)), ("of", .number(whole))]) }
}
