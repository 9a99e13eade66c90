import ContractCheck
import ContractModel
import Records
import SourceText

/// One record of one version, in a form that says the same whatever format it was written in.
struct RecordVersion {
  /// The name of its file without folders and extension, which may name its kind.
  let base: String
  /// One JSON object on one line.
  let json: String
  let kind: String
  let about: String?
  /// Who says it, of which day, under which id: what is left alone where a record is corrected.
  let origin: [String?]
  let place: TextPlace

  init(_ record: RawRecord, of input: InputFile) {
    func field(_ name: String) -> String? {
      record.fields.first { $0.name == name }.flatMap(\.value.text)
    }
    base = input.baseName
    kind = field("record") ?? input.baseName
    about = field("about")
    origin = [field("by"), field("dated"), field("id")]
    place = TextPlace(path: input.path, line: record.line)
    let members = record.fields.filter { $0.value != .null }
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
      .map { "\($0.name.quotedInJSON): \($0.value.json)" }
    json = "{\(members.joined(separator: ", "))}"
  }

  var what: String { "record \(kind)" + (about.map { " about \($0)" } ?? "") }

  /// Returns the records of files, those of somebody else by the sources of the rules; nil where one
  /// cannot be read.
  static func reading(_ inputs: [InputFile], under rules: [InputFile]) -> [RecordVersion]? {
    let sorted = inputs.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    var records: [RecordVersion] = []
    for input in sorted {
      if input.source != nil {
        guard let read = ContractCheck.records(of: input, under: rules) else { return nil }
        records += read.map { RecordVersion($0, of: input) }
        continue
      }
      guard let format = RecordFormat(path: input.path) else { return nil }
      let read = RawRecords.reading(
        SourceFile(path: input.path, bytes: input.bytes), id: FileID(0), format: format)
      guard !read.diagnostics.contains(where: \.isError) else { return nil }
      records += read.value.map { RecordVersion($0, of: input) }
    }
    return records
  }
}

extension RawValue {
  fileprivate var text: String? {
    switch self {
    case .text(let text): text
    case .number(let bytes): String(decoding: bytes, as: UTF8.self)
    case .yesNo(let isYes): isYes ? "true" : "false"
    case .null, .nested: nil
    }
  }

  /// The value in JSON; what holds others is a mistake in any record, and stays one.
  fileprivate var json: String {
    switch self {
    case .text(let text): text.quotedInJSON
    case .number(let bytes): String(decoding: bytes, as: UTF8.self)
    case .yesNo(let isYes): isYes ? "true" : "false"
    case .null: "null"
    case .nested: "[]"
    }
  }
}

extension String {
  fileprivate var quotedInJSON: String {
    var quoted = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\u{0}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
