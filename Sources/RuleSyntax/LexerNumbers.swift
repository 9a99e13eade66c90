import SourceText

extension Lexer {
  /// Reads a number, a percent, a date, a month or an instant.
  mutating func readNumber() {
    let start = offset
    skipDigits()
    if peek(0) == UInt8(ascii: "-"), let next = peek(1), next.isDigit { return readDate(start) }
    var groups: [Int] = []
    while peek(0) == UInt8(ascii: ","), let next = peek(1), next.isDigit {
      offset += 1
      let group = offset
      skipDigits()
      groups.append(offset - group)
    }
    let whole = offset - start - groups.reduce(0) { $0 + $1 + 1 }
    if peek(0) == UInt8(ascii: "."), let next = peek(1), next.isDigit {
      offset += 1
      skipDigits()
    }
    let place = range(start, offset)
    if bytes[start..<offset].count(where: \.isDigit) > SyntaxLimits.digits {
      report(.numberTooLong(at: place))
    } else if groups.contains(where: { $0 != 3 }) || (!groups.isEmpty && whole > 3) {
      report(.badNumber(text(start, offset), at: place))
    }
    let kind: Token.Kind
    if peek(0) == UInt8(ascii: "%") {
      offset += 1
      kind = .percent
    } else {
      kind = .number
    }
    add(kind, from: start)
    reportTouchingWord(start)
  }

  private mutating func skipDigits() {
    while let byte = peek(0), byte.isDigit { offset += 1 }
  }

  private mutating func reportTouchingWord(_ start: Int) {
    guard let byte = peek(0), byte.isLetter || byte == UInt8(ascii: "_") else { return }
    var end = offset
    while end < bytes.count, bytes[end].isWordByte { end += 1 }
    report(.missingSpace(text(start, offset), text(offset, end), at: range(start, end)))
    let word = offset
    offset = end
    hasOddWords = true
    let spelling = Keyword.Spelling(of: bytes[word..<end])
    add(.word, from: word, keyword: Keyword.Table.all[spelling])
  }

  /// Reads on from the first hyphen of a date; the result is checked against the calendar.
  private mutating func readDate(_ start: Int) {
    while let byte = peek(0), byte.isDigit || byte == UInt8(ascii: "-") { offset += 1 }
    var kind = offset - start > 7 ? Token.Kind.date : .month
    if let byte = peek(0), byte.isLetter {
      kind = .instant
      while let byte = peek(0), byte.isPartOfInstant { offset += 1 }
    }
    let spelling = bytes[start..<offset]
    if !DateSpelling.isValid(spelling, kind) {
      report(.badDate(text(start, offset), kind, at: range(start, offset)))
    }
    add(kind, from: start)
  }
}

extension UInt8 {
  fileprivate var isPartOfInstant: Bool {
    isWordByte || self == UInt8(ascii: "+") || self == UInt8(ascii: ":")
  }
}

/// Says whether a date, a month or an instant as spelt exists.
enum DateSpelling {
  static func isValid(_ spelling: ArraySlice<UInt8>, _ kind: Token.Kind) -> Bool {
    let bytes = Array(spelling)
    switch kind {
    case .month: return fits(bytes, "0000-00") && isMonth(bytes)
    case .date: return fits(bytes, "0000-00-00") && isDay(bytes)
    case .instant:
      let isZulu = bytes.last == UInt8(ascii: "Z")
      let shape = isZulu ? "0000-00-00T00:00:00Z" : "0000-00-00T00:00:00+00:00"
      return fits(bytes, shape) && isDay(bytes) && isTime(bytes, isZulu: isZulu)
    case .word, .currency, .text, .number, .percent, .possessive, .mark, .unknown, .endOfFile:
      return false
    }
  }

  /// Whether the bytes have the shape: `0` stands for a digit, `+` for a sign, others for themselves.
  private static func fits(_ bytes: [UInt8], _ shape: String) -> Bool {
    guard bytes.count == shape.utf8.count else { return false }
    return zip(bytes, shape.utf8).allSatisfy { byte, wanted in
      switch wanted {
      case UInt8(ascii: "0"): byte.isDigit
      case UInt8(ascii: "+"): byte == wanted || byte == UInt8(ascii: "-")
      default: byte == wanted
      }
    }
  }

  private static func number(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    bytes[range].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  private static func isMonth(_ bytes: [UInt8]) -> Bool {
    number(bytes, 0..<4) > 0 && (1...12).contains(number(bytes, 5..<7))
  }

  private static func isDay(_ bytes: [UInt8]) -> Bool {
    guard isMonth(bytes) else { return false }
    let year = number(bytes, 0..<4)
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...lengths[number(bytes, 5..<7) - 1]).contains(number(bytes, 8..<10))
  }

  private static func isTime(_ bytes: [UInt8], isZulu: Bool) -> Bool {
    guard number(bytes, 11..<13) < 24, number(bytes, 14..<16) < 60, number(bytes, 17..<19) < 60
    else { return false }
    return isZulu || (number(bytes, 20..<22) < 24 && number(bytes, 23..<25) < 60)
  }
}
