import ContractModel
import Records
import RuleChecking
import RuleEvaluation
import RuleSyntax
import SourceText

/// How the lines of one record file are read without being kept, for one contract.
struct EvidenceRecipes: Sendable {
  let rules: RuleBook
  let fold: EvidenceFold
  let contract: Contract
  let zone: RecordZone
  /// The kind that the name of the file tells.
  let fileKind: String
  let source: CheckedSource?

  /// Returns how a record with fields of such names is read; nil where it must be kept, or has a
  /// mistake.
  func recipe(kind: String?, names: [[UInt8]]) -> FlatRecipe? {
    if let source { return foreign(source) }
    let name = kind ?? fileKind
    guard
      let place = rules.kinds.firstIndex(where: {
        $0.name == name || kind == nil && $0.plural == name
      })
    else { return nil }
    return own(place, names.map { String(decoding: $0, as: UTF8.self) })
  }

  /// Whether the columns of a table are those that its rows need, each once, so that rows can be read by
  /// themselves.
  func takes(columns names: [[UInt8]]) -> Bool {
    guard Set(names).count == names.count, !names.contains([]),
      let recipe = recipe(kind: nil, names: names)
    else { return false }
    if let source {
      return source.columns.allSatisfy { names.contains(Array($0.utf8)) }
    }
    return names.allSatisfy {
      recipe.inputs.contains([$0]) || recipe.others?.texts.contains($0) == true
    }
  }

  private func binding(_ place: Int) -> (KindFold, FlatBinding)? {
    guard let folded = fold.kinds[place] else { return nil }
    return FlatBinding(
      rules.kinds[place], contract: contract, zone: zone, roles: fold.roles, texts: fold.texts
    ).map { (folded, $0) }
  }

  // MARK: Records as the language has them

  private func own(_ place: Int, _ names: [String]) -> FlatRecipe? {
    guard let (folded, binding) = binding(place) else { return nil }
    let kind = rules.kinds[place]
    // Two records of one id are a mistake, and `illustrative` is `true` or `false`.
    guard !names.contains("id"), !names.contains("illustrative") else { return nil }
    var inputs: [String] = []
    func input(_ name: String) -> Int {
      inputs.append(name)
      return inputs.count - 1
    }
    guard names.contains("dated") else { return nil }
    var about: [FlatRecipe.Word] = [.text("contract")]
    if names.contains("about") {
      about = [.input(input("about"))]
    } else if !kind.isAboutContractAlone {
      return nil
    }
    var asserter = FlatRecipe.Origin.constant(-1)
    if names.contains("by") {
      asserter = .output(.init(input("by"), .remembered) { folded.entitled(binding.role($0)) })
    } else if !kind.asserters.isEmpty {
      return nil
    }
    let day = FlatRecipe.Output(input("dated"), .remembered, value: binding.day)
    var recorded: FlatRecipe.Origin?
    if names.contains("recorded") {
      recorded = .output(.init(input("recorded"), .remembered, value: binding.recordedDay))
    }
    var cells: [(column: Int, origin: FlatRecipe.Origin)] = []
    var texts: Set<[UInt8]> = [Array("source".utf8), Array("phrase".utf8)]
    for (column, field) in kind.fields.enumerated() {
      let isDrawn = folded.columns.contains(column)
      if case .text = field.type, !isDrawn {
        texts.insert(Array(field.name.utf8))
      } else if names.contains(field.name) {
        let decoding = binding.numberDecoding(column: column) ?? .remembered
        cells.append(
          (
            column,
            .output(
              .init(input(field.name), decoding) { value in
                value == .null && !isDrawn ? 0 : binding.cell(value, column: column)
              })
          ))
      } else if isDrawn {
        return nil
      }
    }
    let open = kind.fields.map(\.name) + HeadField.allCases.map(\.rawValue) + ["about"]
    return FlatRecipe(
      kind: place, fieldCount: kind.fields.count, inputs: inputs.map { [Array($0.utf8)] },
      others: FlatRecipe.Others(texts: texts, open: Set(open.map { Array($0.utf8) })), about: about,
      subject: binding.subject, asserter: asserter, day: .output(day), recorded: recorded,
      cells: cells)
  }

  // MARK: Records of somebody else

  private func foreign(_ source: CheckedSource) -> FlatRecipe? {
    guard source.isSound, source.steps.count == 1, case .line(let line) = source.steps[0],
      line.role == .record, line.provenance == nil,
      let place = rules.kinds.firstIndex(where: { $0.name == line.keyword.text }),
      let (folded, binding) = binding(place)
    else { return nil }
    let kind = rules.kinds[place]
    var fields = ForeignFields(source: source)
    guard let conditions = fields.conditions(of: line) else { return nil }
    var about: [FlatRecipe.Word] = [.text("contract")]
    var asserter = FlatRecipe.Origin.constant(-1)
    var day: FlatRecipe.Origin?
    var recorded: FlatRecipe.Origin?
    var cells: [(column: Int, origin: FlatRecipe.Origin)] = []
    var keywords: Set<String> = []
    for step in line.steps ?? [] {
      // What two lines state is told by their conditions, record by record.
      guard case .line(let field) = step, keywords.insert(field.keyword.text).inserted else {
        return nil
      }
      func origin(_ value: @escaping @Sendable (RawValue) -> Int64?) -> FlatRecipe.Origin? {
        fields.origin(of: field, value: value)
      }
      switch field.keyword.text {
      case "about":
        guard field.condition == nil, let words = fields.words(of: field) else { return nil }
        about = words
      case "asserted":
        guard let found = origin({ folded.entitled(binding.role($0)) }) else { return nil }
        asserter = found
      case "dated":
        day = origin(binding.day)
      case "recorded":
        guard let found = origin(binding.recordedDay) else { return nil }
        recorded = found
      case let name:
        guard let column = kind.fields.firstIndex(where: { $0.name == name }) else { return nil }
        let isDrawn = folded.columns.contains(column)
        let isPassedOver = kind.fields[column].type == .text && !isDrawn
        guard
          let found = fields.origin(
            of: field, plain: isPassedOver ? .anyText : binding.numberDecoding(column: column),
            ofUnits: { binding.unitDecoding(column: column, one: $0, takesNegative: $1) },
            ofNothing: isDrawn ? nil : 0, value: { binding.cell($0, column: column) })
        else { return nil }
        cells.append((column, found))
      }
    }
    guard let day, folded.columns.isSubset(of: cells.map(\.column)) else { return nil }
    if case .constant(-1) = asserter, !kind.asserters.isEmpty { return nil }
    return FlatRecipe(
      kind: place, fieldCount: kind.fields.count, inputs: fields.inputs,
      others: nil, about: about, subject: binding.subject, asserter: asserter, day: day,
      recorded: recorded, cells: cells, conditions: conditions)
  }
}

extension KindFold {
  /// Returns a role if its records count: the others are set aside, and that is said of each.
  fileprivate func entitled(_ role: Int64?) -> Int64? {
    guard let role, entitled?[Int(role)] ?? true else { return nil }
    return role
  }
}
