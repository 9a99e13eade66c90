package import ContractModel
package import SourceText

/// A contract with the clauses it incorporates.
package struct CheckedContract: Sendable {
  package let contract: Contract
  package let incorporations: [Incorporation]
  /// False where a mistake in it was reported: it must not be decided.
  package let isSound: Bool

  package init(contract: Contract, incorporations: [Incorporation], isSound: Bool) {
    self.contract = contract
    self.incorporations = incorporations
    self.isSound = isSound
  }

  /// The same contract as if nobody had waived anything.
  package var withoutWaivers: CheckedContract {
    var contract = contract
    contract.waivers = []
    return CheckedContract(contract: contract, incorporations: incorporations, isSound: isSound)
  }
}

/// One clause as one contract incorporates it.
package struct Incorporation: Sendable {
  /// The clause, by its place in the rule book.
  package let clause: Int
  /// A value for each term of the clause, in its order.
  package let terms: [TermValue]
  /// Where the contract states a term, by its place; the others have the value of the clause.
  package let statedTerms: [Int: SourceRange]
  /// The part of the contract that fills each role of the clause (`deliverable eligibility`).
  package let roles: [String: SubjectID]
  /// The parts it is limited to (`for milestone launch`); empty for the whole contract.
  package let scope: [SubjectID]
  package let isIllustrative: Bool
  package let range: SourceRange

  package init(
    clause: Int, terms: [TermValue], statedTerms: [Int: SourceRange] = [:],
    roles: [String: SubjectID], scope: [SubjectID], isIllustrative: Bool, range: SourceRange
  ) {
    self.clause = clause
    self.terms = terms
    self.statedTerms = statedTerms
    self.roles = roles
    self.scope = scope
    self.isIllustrative = isIllustrative
    self.range = range
  }
}
