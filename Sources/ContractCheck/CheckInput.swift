package import ContractModel
package import SourceText

/// A file that was read: its path as the user knows it, and its bytes.
package struct InputFile: Hashable, Sendable {
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// All that a check depends on.
package struct CheckInput: Sendable {
  package var ruleFiles: [InputFile]
  package var contractFiles: [InputFile]
  /// The record files of each contract, by the contract file's path.
  package var recordFiles: [String: [InputFile]]
  package var asOf: CivilDate

  package init(
    ruleFiles: [InputFile], contractFiles: [InputFile], recordFiles: [String: [InputFile]],
    asOf: CivilDate
  ) {
    self.ruleFiles = ruleFiles
    self.contractFiles = contractFiles
    self.recordFiles = recordFiles
    self.asOf = asOf
  }
}

/// What a check found.
package struct CheckOutcome: Sendable {
  package let contracts: [ContractDecision]
  package let diagnostics: [Diagnostic]
  /// The texts that decisions and diagnostics refer to.
  package let files: SourceFiles
  /// What the program got wrong about itself, in words; nothing it decided counts then.
  package let brokenInvariant: String?
  /// Whether no contract was there, or no rule applied to any.
  package let checkedNothing: Bool

  package init(
    contracts: [ContractDecision], diagnostics: [Diagnostic], files: SourceFiles,
    brokenInvariant: String?, checkedNothing: Bool
  ) {
    self.contracts = contracts
    self.diagnostics = diagnostics
    self.files = files
    self.brokenInvariant = brokenInvariant
    self.checkedNothing = checkedNothing
  }
}
