internal import ContractModel
internal import SourceText

extension SourceFiles {
  /// The place of a record as `status/capability.json:14`.
  func placeText(of record: RecordReference) -> String {
    "\(self[record.file].path):\(record.line)"
  }

  /// The place where a range begins, as `Rules/exchange.rules:31`.
  func placeText(of range: SourceRange) -> String {
    let file = self[range.file]
    return "\(file.path):\(file.position(at: range.lower).line)"
  }
}
