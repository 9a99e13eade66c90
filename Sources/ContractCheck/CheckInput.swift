package import ContractModel
package import SourceText

/// A file that was read: its path as the user knows it, and its bytes.
package struct InputFile: Hashable, Sendable {
  package let path: String
  package let bytes: [UInt8]
  /// The source that reads it, where the records in it are written as somebody else does.
  package let source: String?

  package init(path: String, bytes: [UInt8], source: String? = nil) {
    self.path = path
    self.bytes = bytes
    self.source = source
  }

  /// The same file, to be read by a source.
  package func read(by source: String?) -> InputFile {
    InputFile(path: path, bytes: bytes, source: source)
  }

  /// The name without folders and extension.
  package var baseName: String {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? path.utf8[...]
    let stem = name.prefix { $0 != UInt8(ascii: ".") }
    return String(decoding: stem, as: UTF8.self)
  }
}

/// What the machine has on a time zone.
package enum ZoneFile: Hashable, Sendable {
  case read([UInt8])
  /// No zone has the name.
  case unknown
  /// The machine has no files about zones.
  case noFiles
  /// It does not hand out the file, for this reason.
  case refused(String)
}

/// All that a check depends on.
package struct CheckInput: Sendable {
  package var ruleFiles: [InputFile]
  package var contractFiles: [InputFile]
  /// The record files of each contract, by the contract file's path.
  package var recordFiles: [String: [InputFile]]
  /// What the machine has on the zones that contracts name, by name.
  package var zoneFiles: [String: ZoneFile]
  package var asOf: CivilDate
  /// Documents of somebody else that state contracts, each with the source that reads it.
  package var documents: [InputFile] = []
  /// Whether the as-of date that a document states counts.
  package var takesStatedAsOf = false
  /// The ids of the contracts that are decided; nil for all.
  package var contractIDs: Set<String>?

  /// The most contracts that are decided where documents state some, as each is kept.
  package var mostContracts = 1_000

  package init(
    ruleFiles: [InputFile], contractFiles: [InputFile], recordFiles: [String: [InputFile]],
    zoneFiles: [String: ZoneFile] = [:], asOf: CivilDate
  ) {
    self.ruleFiles = ruleFiles
    self.contractFiles = contractFiles
    self.recordFiles = recordFiles
    self.zoneFiles = zoneFiles
    self.asOf = asOf
  }
}

extension CheckOutcome {
  /// Every contract that has its id from now on, decided or not.
  var allContracts: [Contract] {
    contracts.map(\.contract) + understood.map(\.contract) + undecided
  }

  /// The ids of all contracts that were there, asked for or not.
  package var ids: [String] { allContracts.map(\.id) + leftOut }
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
  /// The rows of tables that applied, by their places in the text; empty unless they were asked for.
  package let appliedRows: Set<SourceRange>
  /// Where in its file it was found: which contract, in the order of their ids, or 0 where it is about
  /// all; of documents a number that grows from one to the next.
  package let place: Int
  /// Contracts of documents that could not be decided: their ids are taken for all that.
  let undecided: [Contract]
  /// Why each contract was decided as it was; empty unless it was asked for.
  package let explanations: [Explanation]
  /// The contracts, where all that is wanted is to understand them.
  package let understood: [UnderstoodContract]
  /// The ids of contracts that were there and not asked for.
  let leftOut: [String]

  package init(
    contracts: [ContractDecision], diagnostics: [Diagnostic], files: SourceFiles,
    brokenInvariant: String?, checkedNothing: Bool, appliedRows: Set<SourceRange> = [],
    place: Int = 0
  ) {
    self.init(
      contracts: contracts, diagnostics: diagnostics, files: files,
      brokenInvariant: brokenInvariant, checkedNothing: checkedNothing, appliedRows: appliedRows,
      place: place, undecided: [], explanations: [], understood: [], leftOut: [])
  }

  init(
    contracts: [ContractDecision], diagnostics: [Diagnostic], files: SourceFiles,
    brokenInvariant: String?, checkedNothing: Bool, appliedRows: Set<SourceRange>, place: Int,
    undecided: [Contract], explanations: [Explanation], understood: [UnderstoodContract],
    leftOut: [String]
  ) {
    self.understood = understood
    self.leftOut = leftOut
    self.undecided = undecided
    self.explanations = explanations
    self.contracts = contracts
    self.diagnostics = diagnostics
    self.files = files
    self.brokenInvariant = brokenInvariant
    self.checkedNothing = checkedNothing
    self.appliedRows = appliedRows
    self.place = place
  }
}
