import RuleSyntax
import SourceText

/// `// lint: allow ID because REASON`: the author says that a finding is meant.
///
/// It speaks of the line that it stands on, or of the next line with anything but comments.
struct Allowance {
  let id: String
  let idRange: SourceRange
  /// Where the line begins that it speaks of, and where it ends.
  let line: Range<Int>
  let range: SourceRange

  func covers(_ diagnostic: Diagnostic) -> Bool {
    !diagnostic.isError && diagnostic.id.rawValue == id && diagnostic.range.file == range.file
      && line.contains(diagnostic.range.lower)
  }
}

extension SyntaxTree {
  /// Returns what the comments of a file allow, and what is wrong with those that mean to.
  func allowances(in file: SourceFile) -> Diagnosed<[Allowance]> {
    var found = Diagnosed<[Allowance]>([])
    var end = 0
    for token in tokens {
      for comment in file.comments(in: end..<token.lower) {
        let isBeside = end > 0 && !file.hasLineEnd(in: end..<comment.lowerBound)
        let line = file.line(around: isBeside ? end - 1 : token.lower)
        read(comment, in: file, about: line, into: &found)
      }
      end = token.upper
    }
    return found
  }

  private func read(
    _ comment: Range<Int>, in file: SourceFile, about line: Range<Int>,
    into found: inout Diagnosed<[Allowance]>
  ) {
    var words = Words(bytes: file.bytes, range: comment)
    guard words.take() == "lint:" else { return }
    let range = SourceRange(file: self.file, lower: comment.lowerBound, upper: comment.upperBound)
    guard words.take() == "allow", let id = words.take(), let place = words.last,
      words.take() == "because", words.take() != nil
    else {
      found.diagnostics.append(.allowanceUnreadable(at: range))
      return
    }
    found.value.append(
      Allowance(
        id: id,
        idRange: SourceRange(file: self.file, lower: place.lowerBound, upper: place.upperBound),
        line: line, range: range))
  }
}

/// The words of a comment, one after the other.
private struct Words {
  let bytes: [UInt8]
  private var offset: Int
  private let end: Int
  /// The place of the word that was taken last.
  private(set) var last: Range<Int>?

  init(bytes: [UInt8], range: Range<Int>) {
    self.bytes = bytes
    offset = range.lowerBound + 2
    end = range.upperBound
  }

  mutating func take() -> String? {
    while offset < end, bytes[offset] <= 0x20 { offset += 1 }
    let start = offset
    while offset < end, bytes[offset] > 0x20 { offset += 1 }
    guard start < offset else { return nil }
    last = start..<offset
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }
}

extension SourceFile {
  /// The comments in what lies between two tokens, without their line ends.
  fileprivate func comments(in gap: Range<Int>) -> [Range<Int>] {
    var comments: [Range<Int>] = []
    var offset = gap.lowerBound
    while offset + 1 < gap.upperBound {
      guard bytes[offset] == UInt8(ascii: "/"), bytes[offset + 1] == UInt8(ascii: "/") else {
        offset += 1
        continue
      }
      let start = offset
      while offset < gap.upperBound, bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
      comments.append(start..<offset)
    }
    return comments
  }

  fileprivate func hasLineEnd(in range: Range<Int>) -> Bool {
    bytes[range].contains(UInt8(ascii: "\n"))
  }

  /// The line that an offset lies in, with its end.
  fileprivate func line(around offset: Int) -> Range<Int> {
    let number = position(at: offset).line
    let line = line(number)
    return line.startIndex..<max(line.endIndex, offset) + 1
  }
}
