internal import SourceText

/// A diagnostic as a case: an error is something that could not be decided.
struct DiagnosticCase {
  let diagnostic: ReportedDiagnostic
  /// Which one it is of several of this kind in one file, from 1.
  let ordinal: Int

  /// Names it among the cases of a report: `unknown-field Contracts/a.contract`; it is untrusted.
  var name: String {
    let path = diagnostic.place.map { " \($0.path)" } ?? ""
    return diagnostic.id + path + (ordinal > 1 ? " \(ordinal)" : "")
  }

  /// What stays the same wherever it stands in its file.
  var fingerprint: String {
    SHA256.hexadecimal(of: [
      "diagnostic", diagnostic.id, diagnostic.place?.path ?? "", String(ordinal),
    ])
  }
}

extension [ReportedDiagnostic] {
  /// The errors of a run, as cases beside those of what it looked at.
  var errorCases: [DiagnosticCase] {
    filter(\.isError).cases
  }

  /// All of them as cases, each unlike any other.
  var cases: [DiagnosticCase] {
    var seen: [DiagnosticKind: Int] = [:]
    return map { diagnostic in
      let key = DiagnosticKind(id: diagnostic.id, path: diagnostic.place?.path)
      seen[key, default: 0] += 1
      return DiagnosticCase(diagnostic: diagnostic, ordinal: seen[key] ?? 1)
    }
  }
}

/// Those of one kind and file are told apart by a number.
private struct DiagnosticKind: Hashable {
  let id: String
  let path: String?
}
