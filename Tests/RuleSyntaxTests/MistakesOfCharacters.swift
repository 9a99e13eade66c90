import RuleSyntax
import SourceText

extension Mistake {
  static let ofCharacters: [Mistake] =
    [
      Mistake(.badEscape, "contract a \"b«\\n»\" {\n}"),
      Mistake(.unterminatedText, "contract a {\n  party b «\"State»\n  paid USD 5\n}"),
      Mistake(.unterminatedText, "clause a «\"b {»\n  cites \"c\"\n}"),
      Mistake(.foreignQuote, "contract a {\n  party b «“»State”\n}"),
      Mistake(.foreignQuote, "clause a {\n  b means c«’»s amount\n}"),
      Mistake(.foreignSpace, "contract a {\n  party«\u{A0}»b\n}"),
      Mistake(.foreignLetter, "contract «\u{430}cme» {\n}"),
      Mistake(.foreignLetter, "contract «größe» {\n}"),
      Mistake(.controlCharacter, "contract a «\u{1B}»{\n}"),
      Mistake(.controlCharacter, "contract a { // «\u{7}»\n}"),
      Mistake(.controlCharacter, "contract a {«\r» party b\n}"),
      Mistake(.controlCharacter, "contract a \"«\u{85}»\" {\n}"),
      Mistake(.controlCharacter, "contract a \"«\t»\" {\n}"),
    ]
    + [
      "\u{202A}", "\u{202E}", "\u{2066}", "\u{2069}", "\u{200B}", "\u{200F}", "\u{2060}", "\u{AD}",
    ]
    .flatMap { hidden in
      [
        Mistake(.hiddenCharacter, "contract a «\(hidden)»{\n}"),
        Mistake(.hiddenCharacter, "contract a«\(hidden)»b {\n}"),
        Mistake(.hiddenCharacter, "contract a \"b«\(hidden)»\" {\n}"),
        Mistake(.hiddenCharacter, "contract a { // b«\(hidden)»\n}"),
      ]
    }
    + [Mistake(.hiddenCharacter, "contract a «\u{FEFF}»{\n}")]
    + [
      "==", "!=", ">=", "<=", "<", ">", "=", "&&", "||", "&", "-", "!", ":", "[", "^", "≥", "−",
      "?",
    ]
    .map { sign in Mistake.rule(.unknownSign, "require x «\(sign)» y") }
    + ["$", "€", "#", "%", "@"].map { sign in
      Mistake(.unknownSign, "contract a {\n  value «\(sign)» 5\n  paid USD 5\n}")
    }

  static let ofWords: [Mistake] =
    [
      Mistake(.unknownSign, "contract a {\n  «/*» b */ paid USD 5\n}"),
      Mistake(.semicolon, "contract a {\n  paid USD 5«;»\n}"),
      Mistake(.capitalLetters, "contract «Acme» {\n}"),
      Mistake(.capitalLetters, "contract «US» {\n}"),
      Mistake(.underscore, "contract «a_b» {\n}"),
      Mistake(.badName, "contract «a--b» {\n}"),
      Mistake(.badName, "contract «a-» {\n}"),
      Mistake(.missingSpace, "contract a {\n  length «14days»\n}"),
      Mistake(.missingSpace, "clause a {\n  b means «14Days» + 1\n}"),
      Mistake(
        .numberTooLong, "contract a {\n  paid USD «\(String(repeating: "1", count: 31))»\n}"),
    ]
    + ["1,00", "1000,000", "1,0000", "1,000,00.5"].map { number in
      Mistake(.badNumber, "contract a {\n  paid USD «\(number)»\n}")
    }
    + [
      "2013-13-45", "2013-02-30", "1900-02-29", "2013-00-10", "2013-10-00", "2013-1-1", "13-10-01",
      "2013-13", "0000-01-01", "2013-10-01-01", "5-3", "2013-10-01T24:00:00Z",
      "2013-10-01T09:00:00", "2013-10-01T", "2013-10-01x", "2013-10-01T09:00Z",
    ]
    .map { date in Mistake(.badDate, "contract a {\n  due «\(date)»\n}") }
}
