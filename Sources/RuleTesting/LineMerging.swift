package import RuleSyntax

extension LineSyntax {
  /// Returns this contract with the lines of a test added.
  ///
  /// A part or clause of one name is one, and the blocks are merged. A value that is stated once
  /// takes the place of the base's. Records, ranks and whatever else a contract may say again and
  /// again are added. What a test states twice stays twice, to be found by the checker.
  package func extended(by extra: LineSyntax) -> LineSyntax {
    var lines = block ?? []
    var merged: Set<Int> = []
    var added: [LineSyntax] = []
    for line in extra.block ?? [] {
      let twin = lines.indices.first { !merged.contains($0) && lines[$0].isExtended(by: line) }
      if let twin {
        lines[twin] =
          line.joinsBlocks ? lines[twin].extended(by: line) : line
        merged.insert(twin)
      } else {
        added.append(line)
      }
    }
    let block = block == nil && extra.block == nil ? nil : lines + added
    return LineSyntax(
      keyword: extra.keyword, values: extra.values.count > 1 ? extra.values : values,
      provenance: extra.provenance ?? provenance, table: extra.table ?? table, block: block,
      documentation: extra.documentation ?? documentation, range: extra.range)
  }

  /// Whether a line of a test is about the same thing as this one, and not one more of its kind.
  func isExtended(by extra: LineSyntax) -> Bool {
    guard keyword.text == extra.keyword.text, !isOneOfMany else { return false }
    if Self.named.contains(keyword.text) { return isNamed(as: extra) }
    return (block == nil) == (extra.block == nil) && (block == nil || keyword.text == "authority")
  }

  var joinsBlocks: Bool {
    Self.named.contains(keyword.text) && keyword.text != "register" || keyword.text == "authority"
  }

  /// Words after which a name says which of several is meant.
  private static let named: Set<String> = [
    "party", "register", "incorporates", "milestone", "deliverable", "invoice", "line", "payment",
    "amendment", "waiver",
  ]

  /// Whether the line stands beside others of its word.
  private var isOneOfMany: Bool {
    if ["records", "adds", "removes"].contains(keyword.text) { return true }
    if case .name(let verb)? = values.first { return verb.text == "outranks" }
    return false
  }

  /// Whether both name one thing: a clause that is limited to a part is another than elsewhere.
  private func isNamed(as extra: LineSyntax) -> Bool {
    let (names, extraNames) = (values.compactMap(\.name), extra.values.compactMap(\.name))
    return keyword.text == "incorporates" && extraNames.count > 1
      ? names == extraNames : names.first != nil && names.first == extraNames.first
  }
}

extension LineSyntax.Value {
  fileprivate var name: String? {
    if case .name(let name) = self { return name.text }
    return nil
  }
}
