import SourceText

extension Lexer {
  /// Reports every byte and character that may stand nowhere in a file, not even in a comment: what
  /// a reader cannot see must not decide about money.
  mutating func reportForbiddenCharacters() {
    guard !isPlain else { return }
    let bytes = bytes
    var position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte >= 0x20 && byte < 0x7F || byte == UInt8(ascii: "\n") {
        position += 1
      } else if let (scalar, length) = Unicode.Scalar.decoding(bytes, at: position) {
        reportIfForbidden(scalar, from: position, to: position + length)
        position += length
      } else {
        let start = position
        repeat {
          position += 1
        } while position < bytes.count && Unicode.Scalar.decoding(bytes, at: position) == nil
        report(.invalidUTF8(at: range(start, position)))
      }
    }
  }

  /// Whether all bytes are visible ASCII, spaces and line feeds, as those of nearly every file are.
  ///
  /// Nothing in the loop depends on a byte but a number, so that it takes many of them at a time.
  private var isPlain: Bool {
    var odd: UInt8 = 0
    for byte in bytes {
      let isVisible: UInt8 = byte &- 0x20 < 0x5F ? 1 : 0
      let endsLine: UInt8 = byte == UInt8(ascii: "\n") ? 1 : 0
      odd |= (isVisible | endsLine) ^ 1
    }
    return odd == 0
  }

  private mutating func reportIfForbidden(
    _ scalar: Unicode.Scalar, from lower: Int, to upper: Int
  ) {
    switch scalar {
    case "\n", "\t": return
    case "\r" where upper < bytes.count && bytes[upper] == UInt8(ascii: "\n"): return
    default:
      if VisibleText.isControl(scalar) {
        report(.controlCharacter(scalar, at: range(lower, upper)))
      } else if VisibleText.isHidden(scalar) {
        report(.hiddenCharacter(scalar, at: range(lower, upper)))
      }
    }
  }

  /// Reads what begins with a byte beyond ASCII: a foreign letter, a sign, or what is reported already.
  mutating func readNonASCII() {
    let start = offset
    guard let (scalar, length) = Unicode.Scalar.decoding(bytes, at: offset) else {
      while offset < bytes.count, Unicode.Scalar.decoding(bytes, at: offset) == nil { offset += 1 }
      return add(.unknown, from: start)
    }
    if VisibleText.isControl(scalar) || VisibleText.isHidden(scalar) {
      offset += length
    } else if scalar.isPartOfWord {
      readWord()
    } else {
      readForeignSign(scalar, length: length)
    }
  }
}

extension Unicode.Scalar {
  /// Whether a person would read the character as part of a word.
  var isPartOfWord: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber,
      .modifierSymbol, .unassigned, .privateUse, .surrogate, .format, .control:
      true
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
      .otherSymbol, .spaceSeparator, .lineSeparator, .paragraphSeparator:
      false
    @unknown default: true
    }
  }
}
