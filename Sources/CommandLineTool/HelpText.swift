/// What a command says of itself: in its help, on the manual page, and to the shells that complete it.
struct HelpText {
  let command: String
  /// What follows the name: `PATH…`.
  let operands: String
  /// What such a word may be.
  let operandKind: Placeholder.Kind
  let summary: String
  /// Paragraphs before the options, with an empty line between them.
  let about: String
  let options: [OptionText]
  /// Words that an option takes, with what each means, under a heading.
  var glossary: (heading: String, rows: [(name: String, help: String)])?
  /// Paragraphs after the options.
  var notes: String?
  let statuses: [(status: ExitStatus, meaning: String)]

  /// The text that `--help` prints.
  var text: String {
    let parts = [
      "usage: \(usage)", summary, about, Self.table(options.map { ($0.synopsis, $0.help) }),
      glossary.map { "\($0.heading):\n\(Self.table($0.rows))" }, notes,
      Self.statuses(statuses),
    ]
    return parts.compactMap(\.self).joined(separator: "\n\n") + "\n"
  }

  /// How the command is called: `holdback check PATH… [OPTION…]`.
  var usage: String {
    let words = ["holdback", command, operands, options.count > 1 ? "[OPTION…]" : ""]
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }
}

/// What is said of the program.
extension HelpText {
  static let programSummary = """
    Recommends what to pay of a contract's invoices, what to hold and why, from the contract, its
    rules and its status records.
    """

  static let argumentFiles = """
    An argument @FILE stands for the lines of the file, each an argument, without empty lines and
    those that begin with #. After -- it stands for itself, and so does @@WORD for @WORD.
    """

  /// The options in the place of a command.
  static let programOptions = [
    OptionText(
      name: "--help", value: nil, help: "print this text, or that of a command",
      isRepeatable: false),
    OptionText(
      name: "--version", value: nil, help: "print the version; with --json as JSON, with the build",
      isRepeatable: false),
  ]

  /// Help for the program.
  static var program: String {
    let commands = HoldbackCommand.commands.map(\.help).map {
      ([$0.command, $0.operands].filter { !$0.isEmpty }.joined(separator: " "), $0.summary)
    }
    let parts = [
      programSummary, "usage: holdback COMMAND …", table(commands),
      table(programOptions.map { ($0.name, $0.help) }), argumentFiles,
      statuses(ExitStatus.all),
    ]
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static func statuses(_ rows: [(status: ExitStatus, meaning: String)]) -> String {
    "exit status:\n" + table(rows.map { (String($0.status.rawValue), $0.meaning) })
  }
}

extension HelpText {
  /// Columns of a page of help.
  private static let width = 100

  /// Returns rows of two columns, the second aligned, and broken where it is too long.
  static func table(_ rows: [(name: String, help: String)]) -> String {
    let column = (rows.map(\.name.count).max() ?? 0) + 4
    let space = String(repeating: " ", count: column)
    return rows.map { row in
      let lines = lines(of: row.help, within: width - column)
      let name = "  \(row.name)" + space.dropFirst(row.name.count + 2)
      return name + lines.joined(separator: "\n" + space)
    }.joined(separator: "\n")
  }

  /// Breaks a text at spaces, which go, and after bars, which stay.
  private static func lines(of text: String, within width: Int) -> [String] {
    var lines = [""]
    for word in text.split(separator: " ") {
      let gap = lines[lines.count - 1].isEmpty ? "" : " "
      for (place, piece) in word.split(separator: "|").enumerated() {
        let bar = place == 0 ? gap : "|"
        if lines[lines.count - 1].count + bar.count + piece.count <= width {
          lines[lines.count - 1] += bar + piece
        } else {
          if place > 0 { lines[lines.count - 1] += "|" }
          lines.append(String(piece))
        }
      }
    }
    return lines
  }
}
