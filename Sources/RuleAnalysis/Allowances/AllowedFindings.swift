import RuleSyntax
import SourceText

extension AnalysedTexts {
  /// What comments allow in the files that are looked at.
  var allowances: Diagnosed<[Allowance]> {
    var all = Diagnosed<[Allowance]>([])
    for tree in trees where isLookedAt(tree.file) {
      let found = tree.allowances(in: files[tree.file])
      all.value += found.value
      all.diagnostics += found.diagnostics
    }
    return all
  }
}

extension [Diagnostic] {
  /// The diagnostics without the findings that are allowed, and with those about what allows them.
  ///
  /// Where a text has a mistake, a finding may be missing that an allowance is for.
  func without(_ allowances: [Allowance]) -> [Diagnostic] {
    let known = DiagnosticID.allowable.map(\.rawValue)
    let isWhole = !contains(where: \.isError)
    var used: Set<Int> = []
    var left: [Diagnostic] = []
    var places: [FileID: [Int]] = [:]
    for (place, allowance) in allowances.enumerated() {
      places[allowance.range.file, default: []].append(place)
    }
    for diagnostic in self {
      let near = places[diagnostic.range.file] ?? []
      let covering = near.filter { allowances[$0].covers(diagnostic) }
      used.formUnion(covering)
      if covering.isEmpty { left.append(diagnostic) }
    }
    for (place, allowance) in allowances.enumerated() where !used.contains(place) {
      if !known.contains(allowance.id) {
        left.append(.allowanceUnknown(allowance, among: known))
      } else if isWhole {
        left.append(.allowanceUnused(allowance))
      }
    }
    return left
  }
}

extension Diagnostic {
  fileprivate static func allowanceUnknown(
    _ allowance: Allowance, among ids: [String]
  ) -> Diagnostic {
    Diagnostic(
      .warning, .allowUnknown, "no finding is named '\(allowance.id)'",
      at: allowance.idRange,
      help: NearestName.of(allowance.id, among: ids).map { "did you mean '\($0)'?" }
        ?? "write the name in brackets that the finding begins with")
  }

  static func allowanceUnreadable(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, .allowUnreadable, "this comment does not say what it allows, and why",
      at: range, help: "write `// lint: allow ID because REASON`")
  }

  fileprivate static func allowanceUnused(_ allowance: Allowance) -> Diagnostic {
    Diagnostic(
      .warning, .allowUnused, "there is no '\(allowance.id)' here to be allowed",
      at: allowance.range,
      help: "take the comment away, or put it above the line that the finding is on")
  }
}
