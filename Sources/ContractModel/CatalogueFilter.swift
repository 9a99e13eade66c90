extension RuleCatalogue {
  /// Returns what of it speaks of a text, in its name, its title, its section or its documentation.
  ///
  /// A clause that speaks of it is kept whole, of any other the terms and rules that do.
  package func filtered(by text: String) -> RuleCatalogue {
    RuleCatalogue(
      kinds: kinds.filter { $0.entry.contains(text) || $0.plural.contains(text) },
      clauses: clauses.compactMap { $0.filtered(by: text) })
  }
}

extension RuleCatalogue.Clause {
  fileprivate func filtered(by text: String) -> RuleCatalogue.Clause? {
    if entry.contains(text) || [title, section].contains(where: { $0?.contains(text) ?? false }) {
      return self
    }
    let terms = terms.filter { $0.entry.contains(text) }
    let rules = rules.filter { $0.entry.contains(text) || $0.section?.contains(text) ?? false }
    if terms.isEmpty, rules.isEmpty { return nil }
    return RuleCatalogue.Clause(
      entry: entry, title: title, section: section, terms: terms, rules: rules)
  }
}

extension RuleCatalogue.Entry {
  fileprivate func contains(_ text: String) -> Bool {
    name.contains(text) || documentation?.contains(text) ?? false
  }
}
