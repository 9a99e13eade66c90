import ContractModel
import Records
import RuleChecking
import RuleSyntax
import SourceText

/// The fields of flat documents that the lines of a source read.
struct ForeignFields {
  let source: CheckedSource
  private(set) var inputs: [[[UInt8]]] = []

  init(source: CheckedSource) { self.source = source }

  /// Returns what a line is read from, or always says; nil where it reads more than one field, or an
  /// element of an array.
  ///
  /// A value is read as in any document: by the same line of the source, out of a document that has
  /// nothing else. What is not stated, or not under the condition of the line, comes to what is said
  /// here; nil is that it must be.
  mutating func origin(
    of line: SourceLine, plain: FlatRecipe.Output.Decoding? = nil,
    ofUnits units: (_ one: Int64, _ takesNegative: Bool) -> FlatRecipe.Output.Decoding? = { _, _ in
      nil
    },
    ofNothing nothing: Int64? = nil, value: @escaping @Sendable (RawValue) -> Int64?
  ) -> FlatRecipe.Origin? {
    let readings = line.values.compactMap {
      if case .read(let reading) = $0 { reading } else { nil }
    }
    let source = source
    // What a literal says is told from the text of the rules, which is not at hand here.
    let hasLiteral = line.values.contains { if case .written(.range) = $0 { true } else { false } }
    guard !hasLiteral else { return nil }
    let tests = line.condition?.tests ?? []
    guard let reading = readings.first else {
      guard tests.isEmpty else { return nil }
      return Self.found(of: line, in: "{}", by: source).flatMap(value).map { .constant($0) }
    }
    guard readings.count == 1, reading.joined.isEmpty, let path = reading.path.names,
      tests.allSatisfy({ $0.path.names == path && $0.wanted.isMet(by: .null) != nil })
    else { return nil }
    let around = Self.object(at: path)
    let read: @Sendable (RawValue) -> Int64? = { raw in
      if raw == .null || tests.contains(where: { $0.wanted.isMet(by: raw) != true }) {
        return nothing
      }
      guard let text = Self.text(of: raw) else { return nil }
      return Self.found(of: line, in: around.before + text + around.after, by: source).flatMap(
        value)
    }
    var decoding: FlatRecipe.Output.Decoding?
    switch reading.unit {
    case nil: decoding = line.plainPath != nil ? plain : nil
    case .date: decoding = .dayOfMoment
    // So many of a unit are so many times what one of it is.
    case .literal:
      let takesNegative = read(.number(Array("-1".utf8))) != nil
      decoding = read(.number(Array("1".utf8))).flatMap { units($0, takesNegative) }
    case .currency: return nil
    }
    // Each value is looked at by itself where it hangs on more than its digits.
    if !tests.isEmpty || !reading.words.isEmpty || line.values.count > 1 { decoding = nil }
    return .output(FlatRecipe.Output(input(path), decoding ?? .remembered, value: read))
  }

  /// Returns the words of an `about` line; nil where one of them is not as the document has it.
  mutating func words(of line: SourceLine) -> [FlatRecipe.Word]? {
    var words: [FlatRecipe.Word] = []
    for value in line.values {
      switch value {
      case .written(.name(let name)): words.append(.text(name.text))
      case .written(.text(let text)): words.append(.text(text.value))
      case .read(let reading):
        guard reading.unit == nil, reading.words.isEmpty, reading.joined.isEmpty,
          let path = reading.path.names
        else { return nil }
        words.append(.input(input(path)))
      case .written: return nil
      }
    }
    return words
  }

  /// Returns what a document must say for a line to state a record at all; nil where that hangs on more
  /// than one place at a time.
  mutating func conditions(of line: SourceLine) -> [FlatRecipe.Output]? {
    var conditions: [FlatRecipe.Output] = []
    for test in line.condition?.tests ?? [] {
      guard let path = test.path.names, test.wanted.isMet(by: .null) != nil else { return nil }
      conditions.append(
        FlatRecipe.Output(input(path), .remembered) { value in
          test.wanted.isMet(by: value).map { $0 ? 1 : 0 }
        })
    }
    return conditions
  }

  private mutating func input(_ path: [[UInt8]]) -> Int {
    if let place = inputs.firstIndex(of: path) { return place }
    inputs.append(path)
    return inputs.count - 1
  }

  /// What stands around a value that names lead to, in a document that has nothing else.
  private static func object(at path: [[UInt8]]) -> (before: String, after: String) {
    let names = path.map { "{\(quoted(String(decoding: $0, as: UTF8.self))):" }
    return (names.joined(), String(repeating: "}", count: path.count))
  }

  private static func found(
    of line: SourceLine, in text: String, by source: CheckedSource
  ) -> RawValue? {
    let file = SourceFile(path: "", bytes: Array(text.utf8))
    var files = SourceFiles()
    let id = files.add(file)
    guard let document = JSONDocument.reading(file, id: id).value else { return nil }
    let whole = SourceDocument(document, in: id)
    var reading = DocumentReading(whole, by: source, in: files)
    let value = reading.value(of: line, from: [whole.top])
    return reading.diagnostics.isEmpty ? value?.raw : nil
  }

  private static func text(of raw: RawValue) -> String? {
    switch raw {
    case .text(let text): quoted(text)
    case .number(let bytes): String(decoding: bytes, as: UTF8.self)
    case .yesNo(let isYes): isYes ? "true" : "false"
    case .null, .nested: nil
    }
  }

  /// A text as JSON has it.
  private static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case ..<" ": "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: String(scalar)
      }
    }
    return "\"" + escaped.joined() + "\""
  }
}

extension SourcePath {
  /// The names that lead to a value from the document itself; nil where the path goes outwards, or may
  /// lead to an element of an array.
  fileprivate var names: [[UInt8]]? {
    let isOfObjects = components.allSatisfy { $0.index == nil }
    return outward == 0 && isOfObjects && !components.isEmpty ? components.map(\.name) : nil
  }
}
