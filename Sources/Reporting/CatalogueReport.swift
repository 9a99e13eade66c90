package import ContractModel
package import SourceText

/// What rules offer, in a fixed order and of no format.
package struct CatalogueReport: Sendable {
  package let catalogue: RuleCatalogue
  package let diagnostics: [Diagnostic]
  package let files: SourceFiles

  package init(catalogue: RuleCatalogue, diagnostics: [Diagnostic], files: SourceFiles) {
    self.catalogue = catalogue
    self.diagnostics = diagnostics
    self.files = files
  }
}

extension RuleCatalogue.Entry {
  /// The first sentence of the documentation; nil where there is none.
  var abstract: String? {
    guard let documentation, !documentation.isEmpty else { return nil }
    return documentation.split(separator: "\n").joined(separator: " ").firstSentence
  }
}

extension String {
  var firstSentence: String {
    guard let stop = firstRange(of: ". ") else { return self }
    return String(self[..<stop.lowerBound]) + "."
  }
}
