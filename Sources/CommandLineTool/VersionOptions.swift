internal import Reporting

/// What is asked for after `--version`.
struct VersionOptions {
  var isJSON = false

  /// Reads the arguments after `--version`.
  init(_ arguments: [String]) throws(UsageError) {
    let operands = try arguments.applying(Self.rows, to: &self)
    if let word = operands.first { throw .unexpectedOperand(word, command: "--version") }
  }

  static var rows: [OptionRow<VersionOptions>] {
    [
      OptionRow("--json", help: "as JSON, with what the program was built by and for") {
        $0.isJSON = true
      }
    ]
  }

  /// The version as it was asked for.
  var text: String {
    isJSON
      ? JSONVersion.rendering(toolVersion: HoldbackCommand.version)
      : "holdback \(HoldbackCommand.version)\n"
  }
}
