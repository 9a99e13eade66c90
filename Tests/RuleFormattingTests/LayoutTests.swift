import Testing

/// What a text is laid out as: before and after.
@Suite struct LayoutOfGoodTexts {
  static let blocks = [
    LayoutCase(
      "a block is two spaces deep",
      "contract a \"A\" {\nmilestone m {\n        due 2013-10-01\n}\n      }\n",
      """
      contract a "A" {
        milestone m {
          due 2013-10-01
        }
      }

      """),
    LayoutCase(
      "a statement has a line of its own",
      #"contract a "A" { milestone m { due 2013-10-01 } }"#,
      """
      contract a "A" {
        milestone m {
          due 2013-10-01
        }
      }

      """),
    LayoutCase(
      "an empty block is on one line", "contract a \"A\" {\n  milestone m\n  {}\n}\n",
      "contract a \"A\" {\n  milestone m\n  {}\n}\n"),
    LayoutCase(
      "a block without a line is closed where it is opened",
      "test \"t\" {\n  contract b {\n\n  }\n}\n", "test \"t\" {\n  contract b { }\n}\n"),
    LayoutCase(
      "a block with a comment is not empty",
      "test \"t\" {\n  contract b {\n// none\n  }\n}\n",
      "test \"t\" {\n  contract b {\n    // none\n  }\n}\n"),
    LayoutCase(
      "one blank line at most, and none at the ends of a block or a file",
      "\n\ncontract a {\n\n\n  value USD 1\n\n\n\n  zone \"UTC\"\n\n}\n\n\n",
      "contract a {\n  value USD 1\n\n  zone \"UTC\"\n}\n"),
    LayoutCase(
      "nothing stays nothing", " \t\r\n\n", ""),
    LayoutCase(
      "spaces at line ends, tabs, carriage returns and the mark of the byte order go",
      "\u{FEFF}contract a {\r\n\tvalue  USD\t1   \r\n}", "contract a {\n  value USD 1\n}\n"),
    LayoutCase(
      "one space stands between words, and none before a comma or within brackets",
      "clause a {\nx means greater of( b+c )  ,d   and milestone 's amount\n}\n",
      "clause a {\n  x means greater of (b + c), d and milestone's amount\n}\n"),
  ]

  static let lines = [
    LayoutCase(
      "what goes on with a statement is two spaces further in",
      """
      clause a {
        rule r for each milestone {
        require some acceptances where result is accepted
        and dated is on or before due
        otherwise withhold amount
                      until met
        }
      }
      """,
      """
      clause a {
        rule r for each milestone {
          require some acceptances where result is accepted
            and dated is on or before due
          otherwise withhold amount
            until met
        }
      }

      """),
    LayoutCase(
      "in a contract a line may begin with a word that goes on elsewhere",
      "contract a {\nwaiver w {\nfrom 2013-10-01\nthrough 2013-10-02\n}\n}\n",
      "contract a {\n  waiver w {\n    from    2013-10-01\n    through 2013-10-02\n  }\n}\n"),
    LayoutCase(
      "a line of a contract goes on with a comma or with or",
      "contract a {\nrecords \"a\"\n, \"b\"\nkind x\nor y\n}\n",
      "contract a {\n  records \"a\"\n    , \"b\"\n  kind    x\n    or y\n}\n"),
    LayoutCase(
      "what is in brackets goes on",
      "clause a {\nx means (b\n+ c)\ny means d\n}\n",
      "clause a {\n  x means (b\n    + c)\n  y means d\n}\n"),
    LayoutCase(
      "alternatives are a block of the line that opens it",
      "clause a {\nrule r {\nrequire any of { b\nc\n} and d\nand any of {\ne\n}\n}\n}\n",
      """
      clause a {
        rule r {
          require any of {
            b
            c
          } and d
            and any of {
              e
            }
        }
      }

      """),
  ]

  @Test(arguments: blocks + lines) func blocksAndLines(_ example: LayoutCase) {
    #expect(formatted(example.before) == example.after)
  }

  static let comments = [
    LayoutCase(
      "a comment on its own line stands with what follows it",
      "clause a {\n// one\n      /// two\n  cites \"1\"\n        // last\n}\n// end\n",
      "clause a {\n  // one\n  /// two\n  cites \"1\"\n  // last\n}\n// end\n"),
    LayoutCase(
      "a comment behind a line stays behind it",
      "contract a { // first\n  value USD 1// second\n}   // third\n",
      "contract a {  // first\n  value USD 1  // second\n}  // third\n"),
    LayoutCase(
      "comments behind lines that follow one another stand below one another",
      "contract a {\n  value USD 1 // b\n  zone \"UTC\" // c\n\n  paid USD 1 // d\n}\n",
      "contract a {\n  value USD 1  // b\n  zone  \"UTC\"  // c\n\n  paid USD 1  // d\n}\n"),
    LayoutCase(
      "a comment is not touched within", "//  a \t b   \n////\n//c\n", "//  a \t b\n////\n//c\n"),
    LayoutCase(
      "a comment within a statement stands with the line below it",
      "clause a {\nrule r {\nrequire b\n// why\nand c\n}\n}\n",
      "clause a {\n  rule r {\n    require b\n      // why\n      and c\n  }\n}\n"),
  ]

  @Test(arguments: comments) func commentsStay(_ example: LayoutCase) {
    #expect(formatted(example.before) == example.after)
  }
}
