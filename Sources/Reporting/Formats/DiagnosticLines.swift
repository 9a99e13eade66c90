extension ReportedDiagnostic {
  /// All that it says, in lines that begin with words of ours: plain text, still untrusted.
  var lines: [String] {
    let first = "\(isError ? "error" : "warning"): \(message) [\(id)]"
    return [first] + [place.map { "at: \($0.text)" }].compactMap { $0 } + adviceLines
  }

  /// What to do about it, and the places that explain it.
  var adviceLines: [String] {
    [help.map { "help: \($0)" }].compactMap { $0 }
      + notes.map { "note: \($0.message) at \($0.place.text)" }
  }
}

extension ReportedPlace {
  /// The place as `Contracts/vermont/vermont.contract:14:3`.
  var text: String { "\(path):\(line):\(byteColumn)" }
}
