import Testing

/// What stands in columns, and with what.
@Suite struct LayoutInColumns {
  static let statements = [
    LayoutCase(
      "values, and what they rest on, stand below one another",
      """
      contract a {
        value USD 1,000 illustrative
        calendar days
        paid approximately USD 5 reported "so" in "a.txt"
      }
      """,
      """
      contract a {
        value    USD 1,000           illustrative
        calendar days
        paid     approximately USD 5 reported "so" in "a.txt"
      }

      """),
    LayoutCase(
      "a blank line begins new columns, a comment does not",
      "contract a {\n  value USD 1\n  // of it\n  calendar b\n\n  paid USD 1\n}\n",
      "contract a {\n  value    USD 1\n  // of it\n  calendar b\n\n  paid USD 1\n}\n"),
    LayoutCase(
      "parts that are named stand with their own kind",
      """
      contract a {
        party buyer "B"
        party supplier "S" illustrative
        value USD 1
        milestone m {
          due 2013-10-01
          deliverable d "D"
          deliverable long "L"
        }
      }
      """,
      """
      contract a {
        party buyer    "B"
        party supplier "S" illustrative
        value USD 1
        milestone m {
          due 2013-10-01
          deliverable d    "D"
          deliverable long "L"
        }
      }

      """),
    LayoutCase(
      "a line with a block stands in no columns",
      "contract a {\n  value USD 1\n  authority {\n    buyer outranks b on c\n  }\n  zone \"U\"\n}\n",
      "contract a {\n  value USD 1\n  authority {\n    buyer outranks b on c\n  }\n  zone \"U\"\n}\n"
    ),
    LayoutCase(
      "meanings stand in columns, whatever they hold",
      """
      clause a {
        b means c
        long-one means d
          and e
        f means any of {
          g
        }
        h means i
      }
      """,
      """
      clause a {
        b        means c
        long-one means d
          and e
        f        means any of {
          g
        }
        h        means i
      }

      """),
    LayoutCase(
      "terms stand in columns where nothing is between them",
      """
      clause a {
        term b percent default 5%
        term long calendar days default 2 calendar days
        term c money
        /// Apart.
        term d money
      }
      """,
      """
      clause a {
        term b    percent       default 5%
        term long calendar days default 2 calendar days
        term c    money
        /// Apart.
        term d money
      }

      """),
    LayoutCase(
      "the fields of a record stand in columns",
      "act a asserted by buyer {\n  about milestone\n  /// What.\n  b text\n  severity x or y\n}\n",
      """
      act a asserted by buyer {
        about    milestone
        /// What.
        b        text
        severity x or y
      }

      """),
    LayoutCase(
      "the statements of a rule stand in none",
      "clause a {\n  cites \"1\"\n  rounds half up to cent\n  rule r {\n    when  b\n    require c\n  }\n}\n",
      "clause a {\n  cites \"1\"\n  rounds half up to cent\n  rule r {\n    when b\n    require c\n  }\n}\n"
    ),
  ]

  @Test(arguments: statements) func statementsStandInColumns(_ example: LayoutCase) {
    #expect(formatted(example.before) == example.after)
  }

  static let tables = [
    LayoutCase(
      "the columns of a table are as wide as their widest cell",
      "clause a {\n  b means\n  | c|d |\n|at least 5%|  USD 1,000|\n\n  | any | USD 0 |\n}\n",
      """
      clause a {
        b means
          | c           | d         |
          | at least 5% | USD 1,000 |

          | any         | USD 0     |
      }

      """),
    LayoutCase(
      "a row that begins behind its word gets a line",
      "clause a {\n  b means | c | d |\n  | any | 0% |\n}\n",
      "clause a {\n  b means\n    | c   | d  |\n    | any | 0% |\n}\n"),
    LayoutCase(
      "characters count, not bytes",
      "test \"t\" {\n  cases\n    | a | b |\n    | \"é\" | x |\n    | \"ee\" | y |\n}\n",
      "test \"t\" {\n  cases\n    | a    | b |\n    | \"é\"  | x |\n    | \"ee\" | y |\n}\n"),
  ]

  @Test(arguments: tables) func cellsStandInColumns(_ example: LayoutCase) {
    #expect(formatted(example.before) == example.after)
  }
}
