import SourceText

/// The words for every mistake of the lexer, in alphabetical order.
extension Diagnostic {
  static func badDate(_ text: String, _ kind: Token.Kind, at range: SourceRange) -> Diagnostic {
    let help =
      kind == .instant
      ? "an instant is written '2013-10-01T09:00:00-04:00'"
      : "a date is written '2013-10-01', a month '2013-10'; subtraction is written 'less'"
    return Diagnostic(.error, .badDate, "'\(text)' is not on the calendar", at: range, help: help)
  }

  static func badEscape(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .badEscape, "'\(text)' means nothing in a text", at: range,
      help: #"a text knows only '\"' and '\\'; write '\\' for a backslash"#)
  }

  static func badName(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .badName, "a hyphen joins two parts of a name, and '\(text)' lacks one", at: range,
      help: "write one hyphen between letters or digits; subtraction is written 'less'")
  }

  static func badNumber(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .badNumber, "the digits of '\(text)' are not grouped in threes", at: range,
      help: "write '1,000' or '1000'; a fraction follows a point, as in '1.50'; "
        + "a space follows the comma between two numbers")
  }

  static func capitalLetters(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .capitalLetters, "names are in small letters, '\(text)' is not", at: range,
      help: "write '\(text.asName)', or put it in double quotes where it is a text")
  }

  static func controlCharacter(_ scalar: Unicode.Scalar, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .controlCharacter, "the control character \(VisibleText.codePoint(of: scalar))",
      at: range,
      help: "remove it; a text holds only what can be seen")
  }

  static func fileTooLarge(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .fileTooLarge, "the file has more than \(SyntaxLimits.fileBytes) bytes", at: range,
      help: "divide it; nothing of it was read")
  }

  static func foreignLetter(_ text: String, at range: SourceRange) -> Diagnostic {
    let foreign = text.unicodeScalars.filter { $0.value >= 0x80 }
    let points = foreign.prefix(3).map(VisibleText.codePoint(of:)).joined(separator: ", ")
    return Diagnostic(
      .error, .foreignLetter, "'\(text)' has a letter other than a to z: \(points)", at: range,
      help: "names are written with a to z, digits and hyphens; other letters stand in texts")
  }

  static func foreignQuote(_ quote: Unicode.Scalar, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .foreignQuote, "the quotation mark '\(quote)'", at: range,
      help: "a text stands between two \" marks, a possessive is written with '")
  }

  static func foreignSpace(_ scalar: Unicode.Scalar, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .foreignSpace,
      "a space that is not a plain one: \(VisibleText.codePoint(of: scalar))",
      at: range, help: "write a plain space")
  }

  static func hiddenCharacter(_ scalar: Unicode.Scalar, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .hiddenCharacter,
      "a character that nobody sees: \(VisibleText.codePoint(of: scalar))",
      at: range, help: "remove it; it can make a text read otherwise than it is meant")
  }

  static func invalidUTF8(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .invalidUTF8, "bytes that are no text in UTF-8", at: range,
      help: "save the file as UTF-8")
  }

  static func missingSpace(_ number: String, _ word: String, at range: SourceRange) -> Diagnostic {
    let isSize = ["k", "m", "mn", "bn"].contains(word.lowercased())
    return Diagnostic(
      .error, .missingSpace, "'\(word)' touches the number before it", at: range,
      help: isSize
        ? "write all the digits of the number, as in '80,000'"
        : "write '\(number) \(word)'; a name begins with a letter")
  }

  static func numberTooLong(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .numberTooLong, "a number of more than \(SyntaxLimits.digits) digits", at: range,
      help: "write fewer digits")
  }

  static func semicolon(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .semicolon, "';' ends nothing here", at: range,
      help: "write one statement a line, without a mark at its end")
  }

  static func tooManyTokens(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .tooManyTokens, "the file has more than \(SyntaxLimits.tokens) words and signs",
      at: range,
      help: "divide it; nothing of it was understood")
  }

  static func underscore(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .underscore, "'\(text)' has an underscore", at: range, help: "write '\(text.asName)'")
  }

  static func unknownSign(_ text: String, help: String?, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .unknownSign, "the sign '\(text)' has no meaning here", at: range,
      help: help ?? "remove it, or put it into a text in double quotes")
  }

  static func unterminatedText(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .unterminatedText, "the text does not end on its line", at: range,
      help: "close it with \" on the same line")
  }
}
