package import SourceText

extension DiagnosticID {
  package static let csvControlCharacter = DiagnosticID("csv-control-character")
  package static let csvDuplicateColumn = DiagnosticID("csv-duplicate-column")
  package static let csvEmptyColumnName = DiagnosticID("csv-empty-column-name")
  package static let csvInvalidUTF8 = DiagnosticID("csv-invalid-utf8")
  package static let csvLoneCarriageReturn = DiagnosticID("csv-lone-carriage-return")
  package static let csvNoHeader = DiagnosticID("csv-no-header")
  package static let csvQuoteInBareField = DiagnosticID("csv-quote-in-bare-field")
  package static let csvRaggedRow = DiagnosticID("csv-ragged-row")
  package static let csvTextAfterQuote = DiagnosticID("csv-text-after-quote")
  package static let csvTooManyFields = DiagnosticID("csv-too-many-fields")
  package static let csvUnclosedQuote = DiagnosticID("csv-unclosed-quote")
  package static let jsonBadEscape = DiagnosticID("json-bad-escape")
  package static let jsonBadNumber = DiagnosticID("json-bad-number")
  package static let jsonBadWord = DiagnosticID("json-bad-word")
  package static let jsonControlCharacter = DiagnosticID("json-control-character")
  package static let jsonDepth = DiagnosticID("json-depth")
  package static let jsonDuplicateKey = DiagnosticID("json-duplicate-key")
  package static let jsonEmpty = DiagnosticID("json-empty")
  package static let jsonInvalidUTF8 = DiagnosticID("json-invalid-utf8")
  package static let jsonLoneSurrogate = DiagnosticID("json-lone-surrogate")
  package static let jsonTooManyValues = DiagnosticID("json-too-many-values")
  package static let jsonTrailingContent = DiagnosticID("json-trailing-content")
  package static let jsonUnexpectedByte = DiagnosticID("json-unexpected-byte")
  package static let jsonUnterminated = DiagnosticID("json-unterminated")
  package static let recordNotObject = DiagnosticID("record-not-object")
  package static let textInUTF16 = DiagnosticID("text-in-utf16")
  package static let tooManyMistakes = DiagnosticID("too-many-mistakes")
}

extension Diagnostic {
  static func csvControlCharacter(_ text: ArraySlice<UInt8>, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .csvControlCharacter,
      "a field holds the control character \(VisibleText.quoted(text))",
      at: range, help: "remove it")
  }

  static func csvDuplicateColumn(
    _ name: ArraySlice<UInt8>, first: SourceRange, at range: SourceRange
  ) -> Diagnostic {
    let name = VisibleText.quoted(name)
    return Diagnostic(
      .error, .csvDuplicateColumn, "the header names the column \(name) twice", at: range,
      notes: [Note("\(name) is first named here", at: first)],
      help: "rename or remove one of the two columns")
  }

  static func csvEmptyColumnName(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .csvEmptyColumnName, "a column has no name", at: range,
      help: "begin the file with one line that names each column")
  }

  static func csvInvalidUTF8(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .csvInvalidUTF8, "this byte is not part of any UTF-8 character", at: range,
      help: "save the file as UTF-8")
  }

  static func csvLoneCarriageReturn(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .csvLoneCarriageReturn, "a carriage return stands without a line feed", at: range,
      help: "end each line with LF or CRLF, and quote a field that holds a line end")
  }

  static func csvNoHeader(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .csvNoHeader, "the file is empty", at: range,
      help: "begin the file with one line that names each column")
  }

  static func csvQuoteInBareField(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .csvQuoteInBareField, "a quote stands inside a field that does not begin with one",
      at: range,
      help: "put the whole field in quotes, and write each quote inside it twice")
  }

  static func csvRaggedRow(
    expected: Int, found: Int, isBlank: Bool, header: SourceRange, at range: SourceRange
  ) -> Diagnostic {
    let words = expected == 1 ? "1 field" : "\(expected) fields"
    let help = isBlank ? "remove the blank line" : "give each row one field for each column"
    return Diagnostic(
      .error, .csvRaggedRow, "expected \(words), found \(found)", at: range,
      notes: [Note("the header names the columns here", at: header)], help: help)
  }

  static func csvTextAfterQuote(_ text: ArraySlice<UInt8>, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .csvTextAfterQuote,
      "\(VisibleText.quoted(text)) follows the closing quote of a field",
      at: range, help: "write each quote inside a quoted field twice; what follows was not read")
  }

  static func csvTooManyFields(limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .csvTooManyFields, "the file holds more than \(limit) fields", at: range,
      help: "split the file; this row and what follows were not read")
  }

  static func csvUnclosedQuote(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .csvUnclosedQuote, "this quote is never closed", at: range,
      help: "close it with '\"'; what follows was not read")
  }

  static func jsonBadEscape(_ text: ArraySlice<UInt8>, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .jsonBadEscape, "\(VisibleText.quoted(text)) is not a JSON escape", at: range,
      help: "write '\\\\' for a backslash, or '\\u' with four hexadecimal digits")
  }

  static func jsonBadNumber(_ text: ArraySlice<UInt8>, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .jsonBadNumber, "\(VisibleText.quoted(text)) is not a JSON number", at: range,
      help: "write it like '-12.50', or put it in double quotes if it is text")
  }

  static func jsonBadWord(_ text: ArraySlice<UInt8>, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .jsonBadWord, "\(VisibleText.quoted(text)) is not a JSON value", at: range,
      help: "write 'true', 'false' or 'null', or put text in double quotes")
  }

  static func jsonControlCharacter(_ text: ArraySlice<UInt8>, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .jsonControlCharacter,
      "a string holds the control character \(VisibleText.quoted(text))",
      at: range, help: "write it as an escape, such as '\\n', or close the string before it")
  }

  static func jsonDepth(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .jsonDepth, "arrays and objects nest deeper than \(JSONLimits.depth) levels",
      at: range,
      help: "give records as flat objects")
  }

  static func jsonDuplicateKey(
    _ name: ArraySlice<UInt8>, first: SourceRange, at range: SourceRange
  ) -> Diagnostic {
    let name = VisibleText.quoted(name)
    return Diagnostic(
      .error, .jsonDuplicateKey, "the object gives \(name) twice", at: range,
      notes: [Note("\(name) is first given here", at: first)],
      help: "remove one of the two")
  }

  static func jsonEmpty(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .jsonEmpty, "there is no JSON value", at: range,
      help: "write '[]' where there is nothing to record")
  }

  static func jsonInvalidUTF8(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .jsonInvalidUTF8, "this byte is not part of any UTF-8 character", at: range,
      help: "save the file as UTF-8")
  }

  static func jsonLoneSurrogate(_ text: ArraySlice<UInt8>, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .jsonLoneSurrogate, "\(VisibleText.quoted(text)) is half of a character", at: range,
      help: "write both halves, the first from D800 to DBFF, the second from DC00 to DFFF")
  }

  static func jsonTooManyValues(limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .jsonTooManyValues, "the text holds more than \(limit) names and values", at: range,
      help: "split the file")
  }

  static func jsonTrailingContent(_ text: ArraySlice<UInt8>, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .jsonTrailingContent, "\(VisibleText.quoted(text)) follows the end of the JSON value",
      at: range, help: "put several records in one array, or one on each line of a '.ndjson' file")
  }

  static func jsonUnexpectedByte(
    _ text: ArraySlice<UInt8>, expected: JSONExpectation, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .jsonUnexpectedByte, "expected \(expected.words), found \(VisibleText.quoted(text))",
      at: range, help: expected.help(found: text))
  }

  static func jsonUnterminated(
    _ opened: JSONNode.Kind, opener: SourceRange, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .jsonUnterminated, "the text ends inside \(opened.words)", at: range,
      notes: [Note("it begins here", at: opener)],
      help: "close it, and check that the file was not cut short")
  }

  static func recordNotObject(_ found: JSONNode.Kind, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .recordNotObject, "expected a record, found \(found.words)", at: range,
      help: "write each record as an object, such as '{\"id\": \"M1\"}'")
  }

  static func textInUTF16(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .textInUTF16, "the file is not in UTF-8 but in UTF-16", at: range,
      help: "save the file as UTF-8")
  }

  static func tooManyMistakes(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .tooManyMistakes, "the file holds more than \(RecordLimits.mistakes) mistakes",
      at: range, help: "correct those above first; what follows was not read")
  }
}

/// What the grammar of JSON asks for where it finds something else.
enum JSONExpectation: Hashable, Sendable {
  case value
  case name
  case colon
  case nextElement
  case nextMember

  fileprivate var words: String {
    switch self {
    case .value: "a value"
    case .name: "a name in double quotes"
    case .colon: "':' after the name"
    case .nextElement: "',' or ']'"
    case .nextMember: "',' or '}'"
    }
  }

  fileprivate func help(found: ArraySlice<UInt8>) -> String {
    if found == [UInt8(ascii: "'")] { return "use double quotes" }
    return switch self {
    case .value: "remove the comma before it, or write a value there"
    case .name: "remove the comma before it, or write a name such as '\"id\"'"
    case .colon: "write each member as '\"name\": value'"
    case .nextElement, .nextMember: "put a comma between two values, and close each bracket"
    }
  }
}

extension JSONNode.Kind {
  fileprivate var words: String {
    switch self {
    case .null: "'null'"
    case .yes: "'true'"
    case .no: "'false'"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
