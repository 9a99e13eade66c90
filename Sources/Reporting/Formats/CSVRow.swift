internal import ContractModel
internal import SourceText

/// One row of a table of comma-separated values, by RFC 4180 but for the ends of its lines.
struct CSVRow {
  /// The columns in their order; numbers stand alone in theirs.
  enum Column: Int, CaseIterable {
    case asOf, kind, contract, subject, rule, clause, section, verdictOrDecision, code, bucket
    case amount, bound, currency, illustrative, message, file, line, records, releasedBy, known
    case waiver

    fileprivate var name: String {
      switch self {
      case .asOf: "as_of"
      case .verdictOrDecision: "verdict_or_decision"
      case .releasedBy: "released_by"
      case .kind, .contract, .subject, .rule, .clause, .section, .code, .bucket, .amount, .bound,
        .currency, .illustrative, .message, .file, .line, .records, .known, .waiver:
        "\(self)"
      }
    }
  }

  /// By the places of their columns.
  private var cells = [String](repeating: "", count: Column.allCases.count)

  init(_ kind: String, asOf: String) {
    cells[Column.asOf.rawValue] = asOf
    cells[Column.kind.rawValue] = kind
  }

  static var header: String { Column.allCases.map(\.name).joined(separator: ",") + "\n" }

  var text: String {
    var bytes: [UInt8] = []
    for column in cells.indices {
      if column > 0 { bytes.append(UInt8(ascii: ",")) }
      // Most columns say nothing of most rows.
      if !cells[column].isEmpty { bytes.append(contentsOf: cells[column].utf8) }
    }
    bytes.append(UInt8(ascii: "\n"))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes a text, untrusted as it may be.
  mutating func write(_ text: String?, in column: Column) {
    cells[column.rawValue] = text.map(Self.cell) ?? ""
  }

  mutating func write(_ place: ReportedPlace?) {
    write(place?.path, in: .file)
    cells[Column.line.rawValue] = place.map { String($0.line) } ?? ""
  }

  /// Writes an amount as a plain number, and beside it how exact it is.
  mutating func write(_ amount: Amount, in currency: Currency?) {
    guard let currency else { return }
    cells[Column.amount.rawValue] =
      Money(minorUnits: amount.nominal, currency: currency).decimalText
    write(amount.boundWords(in: currency), in: .bound)
    write(currency.code, in: .currency)
  }

  /// A cell that a spreadsheet would take for a formula gets an apostrophe, which it hides.
  private static func cell(_ text: String) -> String {
    var visible = VisibleText.escaping(text)
    if visible.unicodeScalars.first?.beginsFormula ?? false { visible = "'" + visible }
    if visible.isPlain { return visible }
    guard visible.utf8.contains(UInt8(ascii: "\"")) else { return "\"" + visible + "\"" }
    let scalars = visible.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }
    return "\"" + scalars.joined() + "\""
  }
}

extension Amount {
  /// How exact the nominal amount is, in words.
  fileprivate func boundWords(in currency: Currency) -> String {
    switch bound {
    case .exact: "exact"
    case .atLeast: "at least"
    case .moreThan: "more than"
    case .atMost: "at most"
    case .lessThan: "less than"
    case .approximately: "approximately"
    case .to(let upper): "up to \(Money(minorUnits: upper, currency: currency).decimalText)"
    }
  }
}

extension Unicode.Scalar {
  /// Whether spreadsheets read a cell that begins so as a formula; some take the wide forms too.
  fileprivate var beginsFormula: Bool {
    switch self {
    case "=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r": true
    default: false
    }
  }
}

extension String {
  /// Whether it stands in a cell without quotes, whatever sign a reader parts cells by.
  fileprivate var isPlain: Bool {
    let bytes = utf8.span
    for place in bytes.indices where !bytes[place].isPlain { return false }
    return true
  }
}

extension UInt8 {
  /// Whether it stands in a cell without quotes, whatever sign a reader parts cells by.
  fileprivate var isPlain: Bool {
    switch self {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: ":"):
      true
    default: false
    }
  }
}
