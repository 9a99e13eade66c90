internal import ContractModel
internal import SourceText

extension MutationReport {
  /// What became of every mutant that is a rule.
  func json(in files: SourceFiles) -> JSONValue {
    .object([
      ("mutants", .number(valid.count)),
      ("killed", .number(killed.part)),
      ("explained", .number(explainedCount)),
      ("survived", .number(survivors.count)),
      ("untestedClauses", .texts(untested)),
      ("results", .array(valid.map { $0.json(in: files) })),
    ])
  }
}

extension MutantResult {
  fileprivate func json(in files: SourceFiles) -> JSONValue {
    let fateMembers: [(name: String, value: JSONValue)] =
      switch fate {
      case .killed: [("fate", .string("killed"))]
      case .survived(let test):
        [("fate", .string("survived")), ("killedBy", test.map(\.json) ?? .null)]
      case .explained(let reason):
        [("fate", .string("explained")), ("reason", .string(reason))]
      case .invalid: [("fate", .string("invalid"))]
      }
    return .object(
      [
        ("clause", .string(mutant.clause)),
        ("change", .string(mutant.change.rawValue)),
        ("at", mutant.range.json(in: files)),
        ("before", .texts(before)),
        ("after", .texts(after)),
      ] + fateMembers)
  }
}

extension SuggestedTest {
  fileprivate var json: JSONValue {
    .object([
      ("file", .string(path)), ("test", .string(text)), ("isProof", .bool(isProof)),
    ])
  }
}
