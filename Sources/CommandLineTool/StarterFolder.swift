internal import ContractCheck
internal import ContractModel

/// A folder to start from: a contract, its rules, their tests and its records, all made up.
struct StarterFolder {
  struct File {
    /// Below the folder.
    let name: String
    let text: String
  }

  let path: String
  /// Of the contract: the last part of the path.
  let name: String

  /// The day on which there is something to pay.
  static let asOf = "2026-04-01"
  /// Below the folder.
  static let folders = ["Rules", "status"]

  init(path: String) {
    self.path = path
    name = String(decoding: path.utf8.split(separator: UInt8(ascii: "/")).last ?? [], as: UTF8.self)
  }

  var files: [File] {
    [
      File(name: "\(name).contract", text: Self.contract(name, title)),
      File(name: "Rules/payment.rules", text: Self.clauses),
      File(name: "Rules/payment.tests", text: Self.tests),
      File(name: "Rules/records.rules", text: Self.recordKinds),
      File(name: "status/records.ndjson", text: Self.records),
    ]
  }

  /// The name as people write it.
  private var title: String {
    let words = name.split(separator: "-").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// Whether the name is a word of the language: small letters, digits, single hyphens.
  var hasName: Bool {
    let parts = name.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let isWordByte = { (byte: UInt8) in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
    let startsWithLetter = name.utf8.first.map { $0 >= UInt8(ascii: "a") } ?? false
    return startsWithLetter && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(isWordByte) }
  }

  /// The folder as a check reads it.
  func input(asOf: CivilDate) -> CheckInput {
    func inputs(_ ending: String) -> [InputFile] {
      files.filter { $0.name.hasSuffix(ending) }.map { file in
        InputFile(path: FilePath.joined(path, file.name), bytes: Array(file.text.utf8))
      }
    }
    let contracts = inputs(".contract")
    return CheckInput(
      ruleFiles: inputs(".rules"), contractFiles: contracts,
      recordFiles: [contracts[0].path: inputs(".ndjson")], asOf: asOf)
  }
}
