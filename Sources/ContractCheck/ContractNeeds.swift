import RuleSyntax

/// What a contract file holds, and asks for beside itself.
package struct ContractNeeds: Hashable, Sendable {
  /// Which record files, relative to the folder of the contract.
  package struct Pattern: Hashable, Sendable {
    package let text: String
    /// The source that reads them; nil where they are records as the language has them.
    package let source: String?

    package init(_ text: String, source: String? = nil) {
      self.text = text
      self.source = source
    }
  }

  /// The ids of its contracts, in the order of the text.
  package let ids: [String]
  package let recordPatterns: [Pattern]
  /// Time zones by name.
  package let zones: [String]

  package init(ids: [String] = [], recordPatterns: [Pattern], zones: [String]) {
    self.ids = ids
    self.recordPatterns = recordPatterns
    self.zones = zones
  }
}

extension SyntaxTree {
  /// What the contracts of the file are called, and ask for beside it.
  var needs: ContractNeeds {
    let contracts = contractLines
    let lines = contracts.flatMap { $0.block ?? [] }
    func stated(_ keyword: String) -> [LineSyntax] {
      lines.filter { $0.keyword.text == keyword }
    }
    return ContractNeeds(
      ids: contracts.map(\.contractID), recordPatterns: stated("records").flatMap(\.recordPatterns),
      zones: stated("zone").flatMap(\.texts))
  }

  var contractLines: [LineSyntax] {
    declarations.compactMap { declaration in
      if case .line(let line) = declaration, line.keyword.text == "contract" { return line }
      return nil
    }
  }
}

extension LineSyntax {
  fileprivate var texts: [String] {
    values.compactMap { value in
      if case .text(let text) = value { return text.value }
      return nil
    }
  }

  /// The patterns of a `records` line, each with the source that reads such files.
  fileprivate var recordPatterns: [ContractNeeds.Pattern] {
    var source: String?
    if case .name(let name)? = values.last, values.count > 2 { source = name.text }
    return texts.map { ContractNeeds.Pattern($0, source: source) }
  }

  /// The id of the contract that the line begins; empty where it has none.
  var contractID: String {
    switch values.first {
    case .name(let name)?: name.text
    case .found(let text)?: text.value
    case .text?, .range?, .comma?, nil: ""
    }
  }
}
