import Foundation

/// Contracts whose every text comes from somebody who means no good, one contract for each text.
enum HostileWorld {
  /// What each format might take for something else, with what a terminal and a log would obey.
  static let texts = [
    "late\n::error file=README.md,line=1::forged", "late\r::stop-commands::x", "::warning::x",
    "see ##[stop-commands]abc", "###[add-mask]withhold", "##vso[task.setvariable variable=PATH]x",
    "100%25 done", "name,line=9::b", "a;b]c", "clause # TODO see annex", "x # SKIP",
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

  /// Writes a contract for each text; what a contract's text may not hold stands in its records only.
  static func folder(of texts: [String]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder(["Rules/hostile.rules": rules])
    for (number, text) in texts.enumerated() {
      let place = "Contracts/\(1000 + number)\(fileName(text))"
      try folder.write(
        contract(number, contractText(text)), to: "\(place)/\(fileName(text)).contract")
      try folder.write(records(text), to: "\(place)/status/\(fileName(text)).ndjson")
    }
    return folder
  }

  /// The text without what the language refuses, as a string and a comment write it.
  private static func contractText(_ text: String) -> String {
    let kept = text.unicodeScalars.map {
      $0.value < 0x20 || (0x7F...0x9F).contains($0.value) ? " " : $0
    }
    return String(String.UnicodeScalarView(kept))
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

  private static func contract(_ number: Int, _ text: String) -> String {
    let string = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return """
      /// \(text)
      contract hostile-\(number) "\(string)" {
        party buyer    "\(string)"
        party supplier "\(string)"
        party verifier "\(string)"
        records "status/*"
        incorporates working-exchange
        waiver patience of remarked for deliverable accounts {
          from     2013-12-01
          through  2013-12-31
          approved "\(string)"
          because  "\(string)"
        }
        waiver early of deliverable-works for deliverable accounts {
          from     2013-11-01
          through  2013-11-30
          approved "\(string)"
          because  "\(string)"
        }
        /// \(text)
        milestone launch "\(string)" {
          due    2013-10-01    reported "\(string)" in "\(string)"
          amount USD 5,000,000 reported "\(string)" in "\(string)"
          deliverable accounts "\(string)"
          deliverable sales    "\(string)"
          deliverable unseen   "\(string)"
        }
        invoice one {
          received    2013-11-15
          number      "\(string)"
          tax-id      "\(string)"
          description "\(string)"
          /// \(text)
          line launch {
            for    milestone launch
            amount USD 5,000,000
          }
        }
      }

      """
  }

  private static func records(_ text: String) throws -> String {
    let note = try JSONSerialization.data(withJSONObject: text, options: .fragmentsAllowed)
    return ["accounts works", "sales fails"].map { words in
      let words = words.split(separator: " ")
      return """
        {"record": "capability", "about": "\(words[0])", "by": "verifier", "dated": "2013-11-01", \
        "state": "\(words[1])", "note": \(String(decoding: note, as: UTF8.self))}

        """
    }.joined()
  }
}
