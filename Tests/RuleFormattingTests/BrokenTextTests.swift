import RuleFormatting
import Testing

/// Of a text that does not parse the rest is laid out, and what is wrong stays as it is.
@Suite struct LayoutOfBrokenTexts {
  static let cases = [
    LayoutCase(
      "a statement with a mistake stays, the others do not",
      "clause a {\ncites \"1\"\n     term  b  =  5%\nrule r {\n  when   c\n}\n}\n",
      "clause a {\n  cites \"1\"\n     term  b  =  5%\n  rule r {\n    when c\n  }\n}\n"),
    LayoutCase(
      "all lines of a statement stay",
      "clause a {\nx means   b\nand   c d\nand   e\ny  means z\n}\n",
      "clause a {\nx means   b\nand   c d\nand   e\n  y means z\n}\n"),
    LayoutCase(
      "a heading with a mistake stays, and its block does not",
      "clause a {\nrule   r fro each milestone {\nwhen  b\n}\n}\n",
      "clause a {\nrule   r fro each milestone {\n    when b\n  }\n}\n"),
    LayoutCase(
      "a text that does not end stays",
      "contract a {\nzone  \"UTC\nvalue  USD 1\n}\n",
      "contract a {\nzone  \"UTC\n  value USD 1\n}\n"),
    LayoutCase(
      "a declaration whose brace is missing stays whole, the next does not",
      "clause a {\n   rule r {\n when  b\n}\n// c\n\n\nclause d {\ncites  \"1\"\n}\n",
      "clause a {\n   rule r {\n when  b\n}\n// c\n\nclause d {\n  cites \"1\"\n}\n"),
    LayoutCase(
      "a brace too many stays, and what is around it does not",
      "clause a {\ncites  \"1\"\n}\n   }\nclause d {\ncites  \"1\"\n}\n",
      "clause a {\n  cites \"1\"\n}\n   }\nclause d {\n  cites \"1\"\n}\n"),
    LayoutCase(
      "signs that nobody sees stay, also in a comment",
      "clause a {\n//  b\u{202E}\ncites  \"1\"\n}\n",
      "clause a {\n//  b\u{202E}\n  cites \"1\"\n}\n"),
    LayoutCase(
      "a row that is uneven keeps its table",
      "clause a {\nb  means\n| c | d |\n| 5% |\ne  means f\n}\n",
      "clause a {\nb  means\n| c | d |\n| 5% |\n  e means f\n}\n"),
    LayoutCase(
      "an end that does not parse stays as it is, without a line end",
      "clause a {\n}\nclause b {  /* c ", "clause a { }\nclause b {  /* c "),
    LayoutCase(
      "what is no rules at all stays", "#!/bin/sh\n  echo  $X\n", "#!/bin/sh\n  echo  $X\n"),
  ]

  @Test(arguments: cases) func areLaidOutAsFarAsTheyParse(_ example: LayoutCase) {
    let result = formatted(Array(example.before.utf8))
    #expect(String(decoding: result.bytes, as: UTF8.self) == example.after)
    #expect(!result.diagnostics.isEmpty)
  }

  @Test func bytesThatAreNoTextStay() {
    let bytes = Array("clause a {\ncites \"1\"\n".utf8) + [0xFF, 0xFE, 0x0A] + Array("}\n".utf8)
    let after = Array("clause a {\n  cites \"1\"\n".utf8) + [0xFF, 0xFE, 0x0A] + Array("}\n".utf8)
    #expect(formatted(bytes).bytes == after)
  }

  @Test func whatIsTooDeepStaysWithAllThatFollows() {
    let deep = "contract b {\n" + String(repeating: "c  d {\n", count: 200)
    let text = "clause a {\ncites  \"1\"\n}\n" + deep + "clause  c {\n}\n"
    #expect(formatted(text) == "clause a {\n  cites \"1\"\n}\n" + deep + "clause  c {\n}\n")
  }
}
