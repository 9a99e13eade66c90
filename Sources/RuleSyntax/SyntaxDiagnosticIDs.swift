package import SourceText

/// The mistakes in how a text is written.
extension DiagnosticID {
  package static let aggregateInPlace = DiagnosticID("aggregate-in-place")
  package static let badDate = DiagnosticID("bad-date")
  package static let badEscape = DiagnosticID("bad-escape")
  package static let badName = DiagnosticID("bad-name")
  package static let badNumber = DiagnosticID("bad-number")
  package static let braceOnNextLine = DiagnosticID("brace-on-next-line")
  package static let capitalLetters = DiagnosticID("capital-letters")
  package static let chainTooLong = DiagnosticID("chain-too-long")
  package static let controlCharacter = DiagnosticID("control-character")
  package static let deductionWithoutCap = DiagnosticID("deduction-without-cap")
  package static let emptyAlternatives = DiagnosticID("empty-alternatives")
  package static let emptyCell = DiagnosticID("empty-cell")
  package static let emptyTable = DiagnosticID("empty-table")
  package static let expectedAmount = DiagnosticID("expected-amount")
  package static let expectedBar = DiagnosticID("expected-bar")
  package static let expectedBlock = DiagnosticID("expected-block")
  package static let expectedDeclaration = DiagnosticID("expected-declaration")
  package static let expectedEnd = DiagnosticID("expected-end")
  package static let expectedName = DiagnosticID("expected-name")
  package static let expectedText = DiagnosticID("expected-text")
  package static let expectedValue = DiagnosticID("expected-value")
  package static let expectedWord = DiagnosticID("expected-word")
  package static let fileTooLarge = DiagnosticID("file-too-large")
  package static let foreignLetter = DiagnosticID("foreign-letter")
  package static let foreignQuote = DiagnosticID("foreign-quote")
  package static let foreignSpace = DiagnosticID("foreign-space")
  package static let hiddenCharacter = DiagnosticID("hidden-character")
  package static let invalidUTF8 = DiagnosticID("invalid-utf-8")
  package static let misplacedStatement = DiagnosticID("misplaced-statement")
  package static let missingSpace = DiagnosticID("missing-space")
  package static let numberTooLong = DiagnosticID("number-too-long")
  package static let orBetweenConditions = DiagnosticID("or-between-conditions")
  package static let repeatedStatement = DiagnosticID("repeated-statement")
  package static let semicolon = DiagnosticID("semicolon")
  package static let shareNeedsBrackets = DiagnosticID("share-needs-brackets")
  package static let tooDeep = DiagnosticID("too-deep")
  package static let tooManyErrors = DiagnosticID("too-many-errors")
  package static let tooManyTokens = DiagnosticID("too-many-tokens")
  package static let unclosedBrace = DiagnosticID("unclosed-brace")
  package static let unclosedBracket = DiagnosticID("unclosed-bracket")
  package static let underscore = DiagnosticID("underscore")
  package static let unevenRow = DiagnosticID("uneven-row")
  package static let unexpectedBrace = DiagnosticID("unexpected-brace")
  package static let unexpectedInLine = DiagnosticID("unexpected-in-line")
  package static let unknownEffect = DiagnosticID("unknown-effect")
  package static let unknownSign = DiagnosticID("unknown-sign")
  package static let unknownStatement = DiagnosticID("unknown-statement")
  package static let unterminatedText = DiagnosticID("unterminated-text")

  /// Every mistake of this module, so that tests and reference pages can walk through them.
  package static let allOfSyntax: [DiagnosticID] = [
    .aggregateInPlace, .badDate, .badEscape, .badName, .badNumber, .braceOnNextLine,
    .capitalLetters, .chainTooLong, .controlCharacter, .deductionWithoutCap, .emptyAlternatives,
    .emptyCell, .emptyTable, .expectedAmount, .expectedBar, .expectedBlock, .expectedDeclaration,
    .expectedEnd, .expectedName, .expectedText, .expectedValue, .expectedWord, .fileTooLarge,
    .foreignLetter, .foreignQuote, .foreignSpace, .hiddenCharacter, .invalidUTF8,
    .misplacedStatement, .missingSpace, .numberTooLong, .orBetweenConditions, .repeatedStatement,
    .semicolon, .shareNeedsBrackets, .tooDeep, .tooManyErrors, .tooManyTokens, .unclosedBrace,
    .unclosedBracket, .underscore, .unevenRow, .unexpectedBrace, .unexpectedInLine,
    .unknownEffect, .unknownSign, .unknownStatement, .unterminatedText,
  ]
}
