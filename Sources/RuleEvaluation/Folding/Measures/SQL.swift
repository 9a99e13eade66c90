import ContractModel

/// SQL on its way: code, and the texts and names in it, which each engine has spelled in its way.
///
/// No string can be put into it but as one of these, so that nothing of a rule or a contract is ever
/// read as code.
struct SQL: ExpressibleByStringInterpolation, Sendable {
  fileprivate enum Piece: Sendable {
    case code(String)
    case text(String)
    case name(String)
    /// The days from 1970-01-01 to a date.
    case dayNumber(SQL)
    /// The type of texts of any length.
    case textType
    /// A text that equals another byte for byte, whatever its column says of letters.
    case byteByByte(SQL)
    /// Whether a value is of a type of whole or decimal numbers: what is cast from a text or from binary
    /// digits is rounded on its way, and found to be what it was rounded to.
    case isExactNumber(SQL)
  }

  private var pieces: [Piece]

  init(stringLiteral code: String) { pieces = [.code(code)] }

  init(stringInterpolation: StringInterpolation) { pieces = stringInterpolation.pieces }

  static let textType = SQL(.textType)

  static func dayNumber(of date: SQL) -> SQL { SQL(.dayNumber(date)) }

  static func byteByByte(_ text: SQL) -> SQL { SQL(.byteByByte(text)) }

  static func isExactNumber(_ value: SQL) -> SQL { SQL(.isExactNumber(value)) }

  private init(_ piece: Piece) { pieces = [piece] }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var pieces: [Piece] = []

    init(literalCapacity: Int, interpolationCount: Int) {}

    mutating func appendLiteral(_ code: String) { pieces.append(.code(code)) }
    mutating func appendInterpolation(_ sql: SQL) { pieces += sql.pieces }
    mutating func appendInterpolation(text: String) { pieces.append(.text(text)) }
    mutating func appendInterpolation(name: String) { pieces.append(.name(name)) }
    mutating func appendInterpolation(_ number: some BinaryInteger) {
      pieces.append(.code(String(number)))
    }
  }

  static func + (left: SQL, right: SQL) -> SQL { "\(left)\(right)" }

  func rendering(in dialect: SQLDialect) -> String {
    pieces.map { piece in
      switch piece {
      case .code(let code): code
      case .text(let text): dialect.spelling(text: text)
      case .name(let name): dialect.spelling(name: name)
      case .dayNumber(let date): dialect.dayNumber(of: date.rendering(in: dialect))
      case .textType: dialect.textType
      case .byteByByte(let text): dialect.byteByByte(text.rendering(in: dialect))
      case .isExactNumber(let value): dialect.isExactNumber(value.rendering(in: dialect))
      }
    }.joined()
  }
}

extension SQL {
  static let always: SQL = "1 = 1"
  static let never: SQL = "1 = 0"

  init(_ value: SQL, isOneOf texts: [String]) {
    let texts = texts.map { text -> SQL in "\(text: text)" }
    self = texts.isEmpty ? .never : "\(value) IN (\(texts.joined(by: ", ")))"
  }

  init(_ value: SQL, isWithin range: ClosedRange<Int64>) {
    self =
      switch (range.lowerBound, range.upperBound) {
      case (.min, .max): .always
      case (.min, let most): "\(value) <= \(most)"
      case (let least, .max): "\(value) >= \(least)"
      case (let least, let most) where least == most: "\(value) = \(least)"
      case (let least, let most): SQL(value, isBetween: least...most)
      }
  }

  /// Tests both bounds, whatever they are.
  init(_ value: SQL, isBetween range: ClosedRange<Int64>) {
    self = "\(value) BETWEEN \(range.lowerBound) AND \(range.upperBound)"
  }
}

extension [SQL] {
  func joined(by separator: SQL) -> SQL {
    guard let first else { return "" }
    return dropFirst().reduce(first) { $0 + separator + $1 }
  }

  /// All of them, or one, in brackets; what there is of none is given.
  func bracketed(by connective: SQL, ofNone: SQL) -> SQL {
    isEmpty ? ofNone : count == 1 ? self[0] : "(\(joined(by: connective)))"
  }
}

/// What the engines have each in their way.
extension SQLDialect {
  fileprivate func spelling(text: String) -> String {
    switch self {
    case .duckdb: "'" + text.escaping("'", as: "''") + "'"
    case .postgresql:
      // What a backslash means within plain quotes is a setting.
      (text.utf8.contains(UInt8(ascii: "\\")) ? "E'" : "'")
        + text.escaping("\\", as: "\\\\").escaping("'", as: "''") + "'"
    case .spark:
      // `${…}` would be replaced by a setting before the text is read.
      "'"
        + text.escaping("\\", as: "\\\\").escaping("'", as: "\\'")
        .escaping("$", as: "\\u0024") + "'"
    }
  }

  fileprivate func spelling(name: String) -> String {
    switch self {
    case .duckdb, .postgresql: "\"" + name.escaping("\"", as: "\"\"") + "\""
    case .spark: "`" + name.escaping("`", as: "``") + "`"
    }
  }

  fileprivate func dayNumber(of date: String) -> String {
    switch self {
    case .duckdb, .postgresql: "(\(date) - DATE '1970-01-01')"
    case .spark: "datediff(\(date), DATE '1970-01-01')"
    }
  }

  fileprivate func byteByByte(_ text: String) -> String {
    switch self {
    case .duckdb, .postgresql: "(CAST(\(text) AS TEXT) COLLATE \"C\")"
    case .spark: "decode(encode(\(text), 'UTF-8'), 'UTF-8')"
    }
  }

  fileprivate func isExactNumber(_ value: String) -> String {
    switch self {
    case .duckdb:
      "(typeof(\(value)) LIKE 'DECIMAL%' OR typeof(\(value)) IN ('TINYINT', 'SMALLINT', 'INTEGER', 'BIGINT', "
        + "'HUGEINT', 'UTINYINT', 'USMALLINT', 'UINTEGER', 'UBIGINT', 'UHUGEINT'))"
    case .postgresql:
      "CAST(pg_typeof(\(value)) AS TEXT) IN ('numeric', 'smallint', 'integer', 'bigint')"
    case .spark:
      "(typeof(\(value)) LIKE 'decimal%' OR typeof(\(value)) IN ('tinyint', 'smallint', 'int', 'bigint'))"
    }
  }

  fileprivate var textType: String {
    switch self {
    case .duckdb, .postgresql: "TEXT"
    case .spark: "STRING"
    }
  }
}

extension String {
  /// Byte by byte, so that a quote counts even where a combining mark follows it.
  fileprivate func escaping(_ ascii: Unicode.Scalar, as other: String) -> String {
    var replaced = ""
    for scalar in unicodeScalars {
      if scalar == ascii {
        replaced += other
      } else {
        replaced.unicodeScalars.append(scalar)
      }
    }
    return replaced
  }
}
