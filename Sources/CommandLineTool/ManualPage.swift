/// The manual page `holdback(1)`, in the macros of mdoc, which man and mandoc read.
struct ManualPage {
  let commands: [HelpText]

  var text: String {
    ([head] + commands.map(section) + [tail]).joined(separator: "\n") + "\n"
  }

  private var head: String {
    """
    .Dd \(HoldbackCommand.versionDay)
    .Dt HOLDBACK 1
    .Os holdback \(HoldbackCommand.version)
    .Sh NAME
    .Nm holdback
    .Nd recommend what to pay of a contract's invoices, what to hold and why
    .Sh SYNOPSIS
    \(commands.map(synopsis).joined(separator: "\n"))
    .Nm
    .Fl -help | Fl -version Op Fl -json
    .Sh DESCRIPTION
    \(Self.prose(HelpText.programSummary))
    It recommends; a person decides.
    .Pp
    \(Self.prose(HelpText.argumentFiles))
    .Sh COMMANDS
    """
  }

  /// The usage of a command, its options left out where there are more than `--help`.
  private func synopsis(_ command: HelpText) -> String {
    let operands = command.operands.isEmpty ? "" : " " + Self.escaped(command.operands)
    let options = command.options.count > 1 ? "\n.Op Ar option ..." : ""
    return ".Nm\n.Cm \(command.command)\(operands)\(options)"
  }

  private func section(_ command: HelpText) -> String {
    let operands = command.operands.isEmpty ? "" : " \(Self.escaped(command.operands))"
    let options = command.options.map { option in
      let value = option.value.map { " Ar \(Self.escaped($0.name))" } ?? ""
      return ".It Fl \(option.name.dropFirst())\(value)\n\(Self.prose(option.help))"
    }
    let glossary =
      command.glossary.map { [".Pp", "The \($0.heading) are:", Self.list($0.rows)] } ?? []
    let notes = command.notes.map { [".Pp", Self.prose($0)] } ?? []
    return
      ([
        ".Ss \(command.command)\(operands)", Self.prose(command.summary.asSentence), ".Pp",
        Self.prose(command.about), ".Pp", ".Bl -tag -width indent -compact",
      ] + options + [".El"] + glossary + notes).joined(separator: "\n")
  }

  private var tail: String {
    """
    .Sh ENVIRONMENT
    \(Self.list(Self.variables.map { (".Ev \($0.name)", $0.meaning) }))
    .Sh FILES
    \(Self.list(Self.files.map { (".Pa \($0.name)", $0.meaning) }))
    .Sh EXIT STATUS
    \(statuses(ExitStatus.all))
    .Pp
    Of several the first in this order counts: 70, 74, 2, 1, 4, 3, 0.
    Where a command means something of its own by a status:
    \(commands.compactMap(ownStatuses).joined(separator: "\n"))
    .Sh EXAMPLES
    \(Self.examples.map { "\(Self.prose($0.meaning)):\n.Pp\n.Dl \(Self.escaped($0.line))" }
      .joined(separator: "\n.Pp\n"))
    .Sh SEE ALSO
    .Xr git 1 ,
    .Xr patch 1
    """
  }

  private func statuses(_ rows: [(status: ExitStatus, meaning: String)]) -> String {
    Self.list(rows.map { ("\($0.status.rawValue)", $0.meaning) })
  }

  private func ownStatuses(of command: HelpText) -> String? {
    let own = command.statuses.filter { $0.meaning != $0.status.meaning }
    return own.isEmpty ? nil : ".Ss Exit status of \(command.command)\n\(statuses(own))"
  }
}

extension ManualPage {
  private static let variables: [(name: String, meaning: String)] = [
    ("NO_COLOR", "Where it is set and not empty, nothing is coloured unless --color always asks."),
    ("FORCE_COLOR", "Where it is set, and neither 0 nor false, reports are coloured."),
    ("CLICOLOR_FORCE", "Where it is set and not 0, reports are coloured."),
    ("TERM", "Where it is dumb, nothing is coloured."),
    ("CI", "Where it is true, a day that nobody named is warned of."),
    ("GITHUB_STEP_SUMMARY", "The file to which --format github adds a summary of the report."),
    ("TMPDIR", "The folder where a long report waits for its beginning; else /tmp."),
    ("GITHUB_OUTPUT", "The file to which --format github adds what came out, for later steps."),
  ]

  private static let files: [(name: String, meaning: String)] = [
    ("*.contract", "A contract."),
    ("*.rules", "Kinds of records, clauses and rules; looked for below Rules."),
    ("*.tests", "Tests of rules."),
    ("*.json, *.ndjson, *.jsonl, *.csv", "Status records, where a contract names them."),
    ("/usr/share/zoneinfo", "What the clocks of a contract's zone show."),
  ]

  private static let examples: [(meaning: String, line: String)] = [
    (
      "Decide all contracts below a folder on what was known by a day",
      "holdback check Contracts --as-of 2013-12-26"
    ),
    (
      "Decide them in CI, with a report for code scanning beside the one in the log",
      "holdback check Contracts --format github --report sarif=holdback.sarif"
    ),
    (
      "Decide the second of four parts, on one of four machines",
      "holdback check Contracts --shard 2/4 --report json=2.json"
    ),
    ("Put the reports of all parts together", "holdback merge 1.json 2.json 3.json 4.json"),
    ("Say what would release what is held", "holdback explain Contracts/vermont"),
    (
      "Say which decisions an edit of the rules moves",
      "holdback diff main:Rules Rules --contracts Contracts"
    ),
  ]

  private static func list(_ rows: [(name: String, help: String)]) -> String {
    let items = rows.map { name, meaning in
      // A macro is called within the line of the item; other words are its text.
      let head = name.hasPrefix(".") ? String(name.dropFirst()) : name
      return ".It \(head)\n\(prose(meaning))"
    }
    return ([".Bl -tag -width indent -compact"] + items + [".El"]).joined(separator: "\n")
  }

  /// Returns paragraphs as filled text, a sentence on each line, as the macros want it.
  private static func prose(_ text: String) -> String {
    text.split(separator: "\n\n").map { paragraph in
      let words = paragraph.split(separator: "\n").map { String($0) }.joined(separator: " ")
      return escaped(words).replacing(". ", with: ".\n")
    }.joined(separator: "\n.Pp\n")
  }

  /// Returns a text that nothing in is taken for a macro or an escape.
  private static func escaped(_ text: String) -> String {
    let body = text.replacing("\\", with: "\\e").replacing("…", with: "...")
      .replacing("|", with: "\\*(Ba\\:").replacing("-", with: "\\-")
    return body.hasPrefix(".") || body.hasPrefix("'") ? "\\&" + body : body
  }
}

extension String {
  /// The text as a sentence.
  fileprivate var asSentence: String { prefix(1).uppercased() + dropFirst() + "." }
}
