import Foundation
import SourceText

/// Contracts whose every text comes from somebody who means no good, one contract for each text.
enum HostileWorld {
  /// What each format might take for something else, with what a terminal and a log would obey.
  static let texts = [
    "late\n::error file=README.md,line=1::forged", "late\r::stop-commands::x", "::warning::x",
    "see ##[stop-commands]abc", "###[add-mask]withhold", "##vso[task.setvariable variable=PATH]x",
    "100%25 done", "name,line=9::b", "a;b]c", "clause # T\u{4F}DO see annex", "x # SKIP",
    "a\nok 99 - forged",
    "a\nBail out! x", "1..0", "a\u{1}\u{8}\u{FFFF}b", "]]><x/>", "<!--", "-->", "&lt;&amp;&#35;",
    "<img src=x onerror=alert(1)><script>alert(2)</script>", "\" onmouseover=\"alert(1)",
    "' onfocus='alert(1)' autofocus='", "javascript:alert(1)", "</style><script>alert(3)</script>",
    "</title><svg/onload=alert(4)>", "a|b\nc", "![x](https://example.invalid/p.png)",
    "[pay](https://example.invalid)", "<details><summary>x", "@octocat closes #1",
    "`code` **b** _i_ ~~s~~",
    "https://example.invalid/", "=HYPERLINK(\"https://example.invalid\",\"x\")", "-5.00", "+1",
    "@SUM(1)",
    "\t=1+1", "\"quoted\",and\"\"more", "\u{1B}[2J\u{1B}[H ok", "\u{1B}]8;;file:///x\u{1B}\\x",
    "\u{9B}31m", "pay \u{202E}noitnetser", "zero\u{200B}width", "a\u{2028}b",
    "x\nEOF\ndecision=pay",
    "{0} {{1}} [link](2)", "a\u{0}b", "é à ß 漢字 🏛️ e\u{301}", "..", "%2e%2e%2f", "${jndi:x}",
    "$(touch x)",
    "\\", "\\\"", "'", "", " ", "null", "true", String(repeating: "long ", count: 400),
  ]

  /// Writes a contract for each list of texts, whose every field takes the next of them in turn; what
  /// a contract's text may not hold stands in its records only.
  static func folder(of lists: [[String]]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder(["Rules/hostile.rules": rules])
    for (number, texts) in lists.enumerated() {
      var turn = Turn(texts: texts)
      let place = "Contracts/\(1000 + number)\(fileName(turn.next()))"
      try folder.write(
        contract(number, &turn), to: "\(place)/\(fileName(turn.next())).contract")
      let records = try records(&turn)
      try folder.write(records, to: "\(place)/status/\(fileName(turn.next())).ndjson")
    }
    return folder
  }

  /// Texts that come one after the other, and again from the first.
  private struct Turn {
    let texts: [String]
    private var place = 0

    init(texts: [String]) { self.texts = texts }

    mutating func next() -> String {
      defer { place += 1 }
      return texts[place % texts.count]
    }

    /// The next one without what the language refuses.
    mutating func nextLine() -> String {
      let kept = next().unicodeScalars.map { scalar -> Unicode.Scalar in
        VisibleText.isControl(scalar) || VisibleText.isHidden(scalar) ? " " : scalar
      }
      let line = String(String.UnicodeScalarView(kept))
      return line.allSatisfy(\.isWhitespace) ? "nothing" : line
    }

    /// The next one as a string of the language.
    mutating func nextString() -> String {
      let text = nextLine().replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      return "\"\(text)\""
    }
  }

  /// The text as the name of a file, as far as it can be one.
  private static func fileName(_ text: String) -> String {
    var name = ""
    for scalar in text.unicodeScalars where scalar != "/" && scalar != "\0" && scalar != "." {
      guard name.utf8.count < 120 else { break }
      name.unicodeScalars.append(scalar)
    }
    return name.isEmpty ? "empty" : "x" + name
  }

  private static let rules = """
    evidence capability plural capabilities asserted by buyer or verifier {
      about deliverable
      dated date
      state works or fails
      note text
    }

    clause working-exchange "Each capability works" {
      cites "3"
      finding means latest state of capabilities
      remark  means latest note of capabilities

      rule deliverable-works for each deliverable {
        cites "3.2"
        require finding is works
        otherwise withhold milestone's amount until met
      }

      rule remarked for each deliverable {
        require remark is "nothing"
        otherwise report remarked showing remark
      }
    }

    """

  private static func contract(_ number: Int, _ turn: inout Turn) -> String {
    """
    /// \(turn.nextLine())
    contract hostile-\(number) \(turn.nextString()) {
      party buyer    \(turn.nextString())
      party supplier \(turn.nextString())
      party verifier \(turn.nextString())
      records "status/*"
      incorporates working-exchange
      waiver patience of remarked for deliverable accounts {
        from     2013-12-01
        through  2013-12-31
        approved \(turn.nextString())
        because  \(turn.nextString())
      }
      waiver early of deliverable-works for deliverable accounts {
        from     2013-11-01
        through  2013-11-30
        approved \(turn.nextString())
        because  \(turn.nextString())
      }
      /// \(turn.nextLine())
      milestone launch \(turn.nextString()) {
        due    2013-10-01    reported \(turn.nextString()) in \(turn.nextString())
        amount USD 5,000,000 reported \(turn.nextString()) in \(turn.nextString())
        deliverable accounts \(turn.nextString())
        deliverable sales    \(turn.nextString())
        deliverable unseen   \(turn.nextString())
      }
      invoice one {
        received    2013-11-15
        number      \(turn.nextString())
        tax-id      \(turn.nextString())
        description \(turn.nextString())
        /// \(turn.nextLine())
        line launch {
          for    milestone launch
          amount USD 5,000,000
        }
      }
    }

    """
  }

  private static func records(_ turn: inout Turn) throws -> String {
    try [("accounts", "works"), ("sales", "fails")].map { deliverable, state in
      let note = try JSONSerialization.data(
        withJSONObject: turn.next(), options: .fragmentsAllowed)
      return """
        {"record": "capability", "about": "\(deliverable)", "by": "verifier", "dated": "2013-11-01", \
        "state": "\(state)", "note": \(String(decoding: note, as: UTF8.self))}

        """
    }.joined()
  }
}
