internal import SourceText

/// An error as the case that it counts as: something that could not be decided.
struct ErrorCase {
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

extension ReportTotals {
  /// The errors of the run, as cases beside those of the contracts.
  var errorCases: [ErrorCase] {
    struct Key: Hashable {
      let id: String
      let path: String?
    }
    var seen: [Key: Int] = [:]
    return diagnostics.filter(\.isError).map { diagnostic in
      let key = Key(id: diagnostic.id, path: diagnostic.place?.path)
      seen[key, default: 0] += 1
      return ErrorCase(diagnostic: diagnostic, ordinal: seen[key] ?? 1)
    }
  }
}
