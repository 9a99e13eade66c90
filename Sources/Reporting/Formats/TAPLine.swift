internal import SourceText

/// One test, with a block of YAML unless it passed.
struct TAPLine {
  private let outcome: ReportCase.Outcome
  private let number: Int
  private let names: [String]
  /// Why it is skipped, in a word of ours.
  private let reason: String
  /// Values of one line each: readers of TAP take an item of a list with a colon for a list of keys.
  private let block: [(key: String, text: String)]

  init(
    _ outcome: ReportCase.Outcome, number: Int, names: [String], reason: String = "",
    block: [(key: String, text: String)]
  ) {
    self.outcome = outcome
    self.number = number
    self.names = names
    self.reason = reason
    self.block = block
  }

  var text: String {
    let result = outcome == .failed || outcome == .undecided ? "not ok" : "ok"
    let directive = outcome == .skipped ? " # SKIP \(reason)" : ""
    let first = "\(result) \(number) - \(description)\(directive)\n"
    guard outcome != .passed else { return first }
    let lines = ["---"] + block.map { "\($0.key): \(quoted($0.text))" } + ["..."]
    return first + lines.map { "  \($0)\n" }.joined()
  }

  /// The names with nothing but letters, digits and four signs.
  private var description: String {
    names.map { name in
      name.isEmpty ? "-" : name.replacingScalars { $0.isPlain ? nil : "-" }
    }.joined(separator: "/")
  }

  /// Returns a text between quotes with the only two escapes that every reader knows.
  private func quoted(_ text: String) -> String {
    let escaped = VisibleText.escaping(text).replacingScalars { scalar in
      scalar == "\"" || scalar == "\\" ? "\\\(scalar)" : nil
    }
    return "\"\(escaped)\""
  }
}

extension Unicode.Scalar {
  /// Whether no reader of test results takes it for anything but a part of a name.
  fileprivate var isPlain: Bool {
    switch self {
    case "A"..."Z", "a"..."z", "0"..."9", ".", "_", "/", "-": true
    default: false
    }
  }
}
