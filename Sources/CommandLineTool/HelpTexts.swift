/// What each command says of itself.
extension HelpText {
  static var check: HelpText {
    HelpText(
      command: "check", operands: "PATH…", operandKind: .path([".contract"]),
      summary: CheckCommand.summary,
      about: """
        A PATH is a contract file, a folder that is searched for *.contract, or - for a contract on
        standard input. Rules are those below --rules, else below Rules in the PATH, in the working
        folder, or beside the PATH: the first that is there. Below a folder, hidden files, symbolic
        links and what .gitignore names are passed over.

        A PATH named *.json, *.ndjson, *.jsonl or *.csv is a document of somebody else, which a source of
        the rules reads for its contracts: the only one that reads such files, or the one that --source
        names. With --source a folder is searched for its files, and - is a document too. Lines are
        decided as they are read, in their order, however many there are.
        """,
      options: CheckOptions.rows.map(\.text),
      glossary: (
        "formats", CheckFormat.allCases.map { (name: $0.rawValue, help: $0.readers) }
      ),
      notes: """
        A contract fails --fail-on withhold where money is withheld, or would be if it were billed, an
        invoice is rejected, payment suspended or an overpayment to be recovered; on dispute (the
        default) also where money is disputed; on unproven also where evidence is missing; on any for
        whatever leaves something due unpaid.

        A --baseline is a report that --report json=FILE wrote before. What it had already does not fail
        again, unless it has grown graver or holds more; what could not be evaluated is never known.

        With --shard I/N a run decides the contracts whose ids fall to part I of N, wherever they stand,
        in files or documents, and whatever else is there; every part is given the same paths, and
        reads all of them. A part to which no contract falls ends with 0.
        """,
      statuses: ExitStatus.all)
  }

  static var merge: HelpText {
    HelpText(
      command: "merge", operands: "REPORT…", operandKind: .path([".json"]),
      summary: MergeCommand.summary,
      about: """
        A REPORT is what check --shard I/N --report json=FILE wrote, and all N of one run have to be
        there. The JSON report of the whole is the same, byte for byte, as that of one run of check over
        everything, and so is the exit status; the text is the summary that such a run ends with.
        """,
      options: MergeOptions.rows.map(\.text),
      notes: """
        Reports are refused that are not whole, or not of one run: of other rules, contracts, paths or
        bytes of them, another day, another --baseline, --no-waivers or --allow-empty, another version
        of the program. What the others of check's formats tell of a contract is not in its JSON
        report: have each shard write those itself.

        Levels of --fail-on are those of check. How a shard ended does not count: say here again what
        the run is to end with.
        """,
      statuses: MergeCommand.statuses)
  }

  static var explain: HelpText {
    HelpText(
      command: "explain", operands: "PATH…", operandKind: .path([".contract"]),
      summary: ExplainCommand.summary,
      about: """
        For each amount that is not paid: the rule that holds it, its conditions with the values that
        decided them and the records these rest on, and the smallest sets of changes that would release
        it, each tried out. PATHs, documents of somebody else among them, and rules are found as check
        finds them.
        """,
      options: ExplainOptions.rows.map(\.text),
      statuses: ExplainCommand.statuses)
  }

  static var test: HelpText {
    HelpText(
      command: "test", operands: "PATH…", operandKind: .path([".tests"]),
      summary: TestCommand.summary,
      about: """
        A PATH is a file of tests, or a folder that is searched for *.tests. Rules are those below
        --rules, else those that check would find together with those beside the tests.
        """,
      options: TestOptions.rows.map(\.text),
      notes: """
        Coverage is that of all rules that were loaded, by the tests that ran and passed. Mutants are
        made of the clauses that these tests incorporate, if all of them pass.
        """,
      statuses: TestCommand.statuses)
  }

  static var format: HelpText {
    HelpText(
      command: "format", operands: "PATH…", operandKind: .path([".rules", ".contract", ".tests"]),
      summary: FormatCommand.summary,
      about: """
        A PATH is a file of rules, a contract or a file of tests, or a folder that is searched for them:
        *.rules, *.contract, *.tests. Files that change are written anew, whole or not at all, and their
        paths are printed. A PATH of - stands for standard input, whose layout goes to standard output.
        What does not parse stays as it is, and so does every comment.
        """,
      options: FormatOptions.rows.map(\.text),
      statuses: FormatCommand.statuses)
  }

  static var lint: HelpText {
    HelpText(
      command: "lint", operands: "PATH…", operandKind: .path([".rules", ".contract", ".tests"]),
      summary: LintCommand.summary,
      about: """
        A PATH is a file of rules, a contract, a file of tests, or a folder that is searched for
        *.rules, *.contract and *.tests. The rules that they need, and that are not looked at, are those
        below --rules, else those that check would find, or that stand beside a rules file.

        A finding that is meant is allowed by a comment above it: // lint: allow ID because REASON
        """,
      options: LintOptions.rows.map(\.text),
      statuses: LintCommand.statuses)
  }

  static var rules: HelpText {
    HelpText(
      command: "rules", operands: "[PATH…]", operandKind: .path([".rules"]),
      summary: RulesCommand.summary,
      about: """
        A PATH is a file of rules, or a folder that is searched for *.rules; without one it is the folder
        Rules. Each clause is listed with its title, the section it is from, the terms that a contract
        gives it, and the first sentence on each of its rules and exceptions.
        """,
      options: RulesOptions.rows.map(\.text),
      statuses: RulesCommand.statuses)
  }

  static var new: HelpText {
    HelpText(
      command: "new", operands: "PATH", operandKind: .path([]),
      summary: NewCommand.summary,
      about: """
        The last part of PATH becomes the folder, its contract and the contract's name. Nothing that is
        there is written over. Everything in the folder is made up, and marked so.
        """,
      options: NoOptions.rows.map(\.text),
      statuses: NewCommand.statuses)
  }

  static var diff: HelpText {
    HelpText(
      command: "diff", operands: "OLD NEW", operandKind: .path([]),
      summary: DiffCommand.summary,
      about: """
        OLD and NEW are rules, contracts with their records, both, or records alone: a file or a folder
        of each. REVISION:PATH is what git has of PATH at a revision, from the working folder, as in
        `holdback diff main:Rules Rules`. What they lack is common to both: contracts are those below
        --contracts, of rules documents of somebody else too, else below Contracts; rules are found as
        check finds them. A folder of records stands in the place of all records of each contract, one
        file in that of the one of its name.

        Every edit is made alone on the old version, and left out of the new one, and what comes of it
        is decided: so [1] moves what it stands beside by itself, and [1] with [2] only together.
        """,
      options: DiffOptions.rows.map(\.text),
      statuses: DiffCommand.statuses)
  }

  static var timeline: HelpText {
    HelpText(
      command: "timeline", operands: "PATH…", operandKind: .path([".contract"]),
      summary: TimelineCommand.summary,
      about: """
        PATHs, documents of somebody else among them, and rules are found as check finds them. Every day
        from the first that a contract or one of its records names to the last is decided on what was
        on file by then; of a span of many years only the days named and what is near, and the report
        says which days were left out.
        """,
      options: TimelineOptions.rows.map(\.text),
      statuses: TimelineCommand.statuses)
  }

  static var schema: HelpText {
    HelpText(
      command: "schema", operands: words(of: SchemaSubject.self),
      operandKind: .choice(of: SchemaSubject.self), summary: SchemaCommand.summary,
      about: """
        It is a JSON Schema of draft 7: of the whole report of check --format json; of one contract in
        it; or of one status record, with the kinds that rules declare. A file of records holds one of
        them on each line, or a list of them.
        """,
      options: SchemaOptions.rows.map(\.text),
      notes: """
        A record that is as the schema says states all that its kind asks for. One that leaves a field
        out that is not optional is read, and what rests on the field is then unproven.
        """,
      statuses: SchemaCommand.statuses)
  }

  static var sql: HelpText {
    HelpText(
      command: "sql", operands: "PATH", operandKind: .path([".contract"]),
      summary: SQLCommand.summary,
      about: """
        Where the records of a contract lie in a database, the query that is printed computes there what
        the rules draw from them; check --measures takes its answer in their place. The query is that of
        one contract, of its rules and of one day. Its first lines say which tables or views it reads,
        and which columns they have: one for each kind of record, named as its plural.
        """,
      options: SQLOptions.rows.map(\.text),
      notes: """
        In a view, about names the part in full (milestone launch deliverable accounts, or contract), by
        the role, dated the day in the time zone of the contract; a percent is a ratio (0.95), money is
        in the currency of the contract, and names have _ for -. A longest run asks for an ordinal: the
        numbers of records in their order. Kinds that are keyed, stated in the contract, or asked for
        what one query cannot tell stay records in files.
        """,
      statuses: SQLCommand.statuses)
  }

  static var completions: HelpText {
    HelpText(
      command: "completions", operands: words(of: Shell.self),
      operandKind: .choice(of: Shell.self), summary: CompletionsCommand.summary,
      about: """
        For bash: holdback completions bash > ~/.local/share/bash-completion/completions/holdback

        For zsh, into a folder of $fpath: holdback completions zsh > ~/.zfunc/_holdback

        For fish: holdback completions fish > ~/.config/fish/completions/holdback.fish
        """,
      options: NoOptions.rows.map(\.text), statuses: CompletionsCommand.statuses)
  }

  static var man: HelpText {
    HelpText(
      command: "man", operands: "", operandKind: .text, summary: ManCommand.summary,
      about: """
        To read it: holdback man | man -l - or, with mandoc, holdback man | mandoc -a. To keep it:
        holdback man > /usr/local/share/man/man1/holdback.1
        """,
      options: NoOptions.rows.map(\.text), statuses: CompletionsCommand.statuses)
  }
}
