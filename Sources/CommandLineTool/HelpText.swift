/// What `--help` prints, made from the rows that the commands themselves read.
enum HelpText {
  /// Help for the program.
  static var program: String {
    """
    Recommends what to pay of a contract's invoices, what to hold and why, from the contract, its
    rules and its status records.

    usage: holdback COMMAND …

    \(table(HoldbackCommand.commands.map { ("\($0.name) \($0.operands)", $0.summary) }))

    \(table([("--help", "print this text, or that of a command"), ("--version", "print the version")]))

    \(statuses)

    """
  }

  /// Help for `check`.
  static var check: String {
    """
    usage: holdback check PATH… [OPTION…]

    \(CheckCommand.summary)

    A PATH is a contract file, a folder that is searched for *.contract, or - for a contract on
    standard input. Rules are those below --rules, else below Rules in the PATH, in the working
    folder, or beside the PATH: the first that is there.

    \(table(CheckOptions.rows.map { ($0.synopsis, $0.help) }))

    formats:
    \(table(CheckFormat.allCases.map { ($0.rawValue, $0.readers) }))

    A contract fails --fail-on withhold where money is withheld, an invoice rejected or payment
    suspended; on dispute (the default) also where money is disputed; on unproven also where
    evidence is missing; on any for whatever leaves something due unpaid.

    \(statuses)

    """
  }

  /// Help for `explain`.
  static var explain: String {
    """
    usage: holdback explain PATH… [OPTION…]

    \(ExplainCommand.summary)

    For each amount that is not paid: the rule that holds it, its conditions with the values that
    decided them and the records these rest on, and the smallest sets of changes that would release
    it, each tried out. PATHs and rules are found as check finds them.

    \(table(ExplainOptions.rows.map { ($0.synopsis, $0.help) }))

    exit status:
    \(table(ExplainCommand.statuses.map { (String($0.status.rawValue), $0.meaning) }))

    """
  }

  /// Help for `test`.
  static var test: String {
    """
    usage: holdback test PATH… [OPTION…]

    \(TestCommand.summary)

    A PATH is a file of tests, or a folder that is searched for *.tests. Rules are those below
    --rules, else those that check would find together with those beside the tests.

    \(table(TestOptions.rows.map { ($0.synopsis, $0.help) }))

    Coverage is that of all rules that were loaded, by the tests that ran and passed. Mutants are
    made of the clauses that these tests incorporate, if all of them pass.

    exit status:
    \(table(TestCommand.statuses.map { (String($0.status.rawValue), $0.meaning) }))

    """
  }

  /// Help for `format`.
  static var format: String {
    """
    usage: holdback format PATH… [OPTION…]

    \(FormatCommand.summary)

    A PATH is a file of rules, a contract or a file of tests, or a folder that is searched for them:
    *.rules, *.contract, *.tests. Files that change are written anew, whole or not at all, and their
    paths are printed. A PATH of - stands for standard input, whose layout goes to standard output.
    What does not parse stays as it is, and so does every comment.

    \(table(FormatOptions.rows.map { ($0.synopsis, $0.help) }))

    exit status:
    \(table(FormatCommand.statuses.map { (String($0.status.rawValue), $0.meaning) }))

    """
  }

  /// Help for `diff`.
  static var diff: String {
    """
    usage: holdback diff OLD NEW [OPTION…]

    \(DiffCommand.summary)

    OLD and NEW are rules, contracts with their records, both, or records alone: a file or a folder
    of each. REVISION:PATH is what git has of PATH at a revision, from the working folder, as in
    `holdback diff main:Rules Rules`. What they lack is common to both: contracts are those below
    --contracts, else below Contracts; rules are found as check finds them. A folder of records
    stands in the place of all records of each contract, one file in that of the one of its name.

    Every edit is made alone on the old version, and left out of the new one, and what comes of it
    is decided: so [1] moves what it stands beside by itself, and [1] with [2] only together.

    \(table(DiffOptions.rows.map { ($0.synopsis, $0.help) }))

    exit status:
    \(table(DiffCommand.statuses.map { (String($0.status.rawValue), $0.meaning) }))

    """
  }

  /// Help for `lint`.
  static var lint: String {
    """
    usage: holdback lint PATH… [OPTION…]

    \(LintCommand.summary)

    A PATH is a file of rules, a contract, a file of tests, or a folder that is searched for
    *.rules, *.contract and *.tests. The rules that they need, and that are not looked at, are those
    below --rules, else those that check would find, or that stand beside a rules file.

    A finding that is meant is allowed by a comment above it: // lint: allow ID because REASON

    \(table(LintOptions.rows.map { ($0.synopsis, $0.help) }))

    exit status:
    \(table(LintCommand.statuses.map { (String($0.status.rawValue), $0.meaning) }))

    """
  }

  /// Help for `rules`.
  static var rules: String {
    """
    usage: holdback rules [PATH…] [OPTION…]

    \(RulesCommand.summary)

    A PATH is a file of rules, or a folder that is searched for *.rules; without one it is the folder
    Rules. Each clause is listed with its title, the section it is from, the terms that a contract
    gives it, and the first sentence on each of its rules and exceptions.

    \(table(RulesOptions.rows.map { ($0.synopsis, $0.help) }))

    exit status:
    \(table(RulesCommand.statuses.map { (String($0.status.rawValue), $0.meaning) }))

    """
  }

  /// Help for `new`.
  static var new: String {
    """
    usage: holdback new PATH

    \(NewCommand.summary)

    The last part of PATH becomes the folder, its contract and the contract's name. Nothing that is
    there is written over. Everything in the folder is made up, and marked so.

    \(table(NewOptions.rows.map { ($0.synopsis, $0.help) }))

    exit status:
    \(table(NewCommand.statuses.map { (String($0.status.rawValue), $0.meaning) }))

    """
  }

  /// Help for `timeline`.
  static var timeline: String {
    """
    usage: holdback timeline PATH… [OPTION…]

    \(TimelineCommand.summary)

    Contracts and rules are found as check finds them. Every day from the first that a contract or
    one of its records names to the last is decided on what was on file by then; of a span of many
    years only the days named and what is near, and the report says which days were left out.

    \(table(TimelineOptions.rows.map { ($0.synopsis, $0.help) }))

    exit status:
    \(table(TimelineCommand.statuses.map { (String($0.status.rawValue), $0.meaning) }))

    """
  }

  private static var statuses: String {
    let rows = ExitStatus.allCases.map { (String($0.rawValue), $0.meaning) }
    return "exit status:\n" + table(rows)
  }

  /// Returns rows of two columns, the second aligned.
  static func table(_ rows: [(name: String, help: String)]) -> String {
    let column = (rows.map(\.name.count).max() ?? 0) + 2
    return rows.map { row in
      "  \(row.name)\(String(repeating: " ", count: column - row.name.count))\(row.help)"
    }.joined(separator: "\n")
  }
}
