package import ContractCheck
package import SourceText

/// What decides, so that a run of the command line can be tried with any outcome.
package struct Checker {
  /// Documents on their way in, piece by piece.
  package struct Documents {
    package let source: DocumentSource
    /// What the machine has on the zones that the source names, by name.
    package let zones: [String: ZoneFile]
    /// How many pieces are decided at once.
    package let jobs: Int
    /// Returns the next piece, on any thread; nil at the end.
    package let next: @Sendable () -> SourceFile?
  }

  /// A check whose rules were read.
  package struct Session {
    /// What reading the rules came to.
    package let rules: CheckOutcome
    /// Returns what the contracts of a file are called, and ask for beside it.
    package let needs: (_ contract: InputFile) -> ContractNeeds
    /// Decides the contracts of a file, and hands on each.
    package let decide: (_ input: ContractInput, _ take: (CheckOutcome) -> Void) -> Void
    /// Decides the contracts of several files, so many at once, and hands on each with the place of its
    /// file.
    package let decideAtOnce:
      (_ inputs: [ContractInput], _ jobs: Int, _ take: (Int, CheckOutcome) -> Void) -> Void
    /// The sources by which documents can be read for their contracts.
    package let sources: [DocumentSource]
    /// Decides the contracts of documents, and hands on each.
    package let decideDocuments: (_ documents: Documents, _ take: (DecidedDocument) -> Void) -> Void

    package init(
      rules: CheckOutcome, needs: @escaping (_ contract: InputFile) -> ContractNeeds,
      decide: @escaping (_ input: ContractInput, _ take: (CheckOutcome) -> Void) -> Void,
      decideAtOnce:
        @escaping (_ inputs: [ContractInput], _ jobs: Int, _ take: (Int, CheckOutcome) -> Void) ->
        Void,
      sources: [DocumentSource] = [],
      decideDocuments:
        @escaping (_ documents: Documents, _ take: (DecidedDocument) -> Void) -> Void = { _, _ in }
    ) {
      self.rules = rules
      self.needs = needs
      self.decide = decide
      self.decideAtOnce = decideAtOnce
      self.sources = sources
      self.decideDocuments = decideDocuments
    }
  }

  package var begin: (_ terms: CheckTerms) -> Session

  package init(begin: @escaping (_ terms: CheckTerms) -> Session) { self.begin = begin }

  /// The contract check itself.
  package static var standard: Checker {
    Checker { terms in
      var session = CheckSession(terms)
      return Session(
        rules: session.rules, needs: { session.needs(of: $0) },
        decide: { session.decide($0, handingOn: $1) },
        decideAtOnce: { session.decide($0, jobs: $1, handingOn: $2) },
        sources: session.documentSources,
        decideDocuments: { documents, take in
          session.decide(
            by: documents.source, zones: documents.zones, jobs: documents.jobs,
            next: documents.next, handingOn: take)
        })
    }
  }
}
