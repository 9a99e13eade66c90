import ContractModel
import SourceText

/// One edit between two versions, and what it does to the old one.
struct Edit {
  let text: TextEdit
  /// The clause it stands in: only a contract that names it can be moved by the edit. Nil where it
  /// may move any.
  let clause: String?
  let patches: [Patch]

  /// A change of an old text or of the records of a contract file.
  enum Patch {
    /// Puts bytes in the place of a range of a document.
    case text(document: Int, range: Range<Int>, bytes: [UInt8])
    /// A declaration in a rules file of its own.
    case rules(path: String, bytes: [UInt8])
    /// Another record in the place of one of a contract file; nil of the old is none, of the new too.
    case record(document: Int, old: Int?, new: RecordVersion?)
  }
}

extension UnitDifference {
  /// Returns the edit that makes the difference.
  func edit(old: [TokenText], new: [TokenText]) -> Edit {
    switch self {
    case .added(let unit, let anchor, let within):
      let document = new[unit.document]
      let bytes = Array("\n".utf8) + document.file.bytes[unit.range] + Array("\n".utf8)
      let patch: Edit.Patch =
        if let anchor {
          .text(document: anchor.document, range: anchor.offset..<anchor.offset, bytes: bytes)
        } else {
          .rules(path: document.file.path, bytes: bytes)
        }
      return edit(.added, unit, within, from: nil, to: document.place(of: unit), [patch])
    case .removed(let unit, let within):
      let document = old[unit.document]
      let range = document.startOfDocumentation(of: unit)..<unit.range.upperBound
      return edit(
        .removed, unit, within, from: document.place(of: unit), to: nil,
        [.text(document: unit.document, range: range, bytes: [])])
    case .changed(let unit, let other, let within):
      let (before, after) = (old[unit.document], new[other.document])
      let isHeading = unit.body != nil && other.body != nil
      let range = isHeading ? unit.body?.heading ?? unit.range : unit.range
      let text = isHeading ? other.body?.heading ?? other.range : other.range
      return edit(
        .changed, unit, within, from: before.place(of: unit), to: after.place(of: other),
        [.text(document: unit.document, range: range, bytes: Array(after.file.bytes[text]))],
        words: before.words(in: range).differing(from: after.words(in: text)))
    }
  }

  private func edit(
    _ kind: TextEdit.Kind, _ unit: TextUnit, _ within: [String], from old: TextPlace?,
    to new: TextPlace?, _ patches: [Edit.Patch], words: TextEdit.Words? = nil
  ) -> Edit {
    let path = [unit.key] + within
    let clause = path.first { $0.hasPrefix("clause ") }
    return Edit(
      text: TextEdit(
        kind: kind, what: path.joined(separator: " of "), old: old, new: new, words: words),
      clause: clause.map { String($0.dropFirst("clause ".count)) }, patches: patches)
  }
}

extension TokenText {
  fileprivate func place(of unit: TextUnit) -> TextPlace {
    TextPlace(path: file.path, line: line(at: unit.range.lowerBound))
  }

  /// Where the comments begin that describe a unit: left behind, they would describe the next one.
  fileprivate func startOfDocumentation(of unit: TextUnit) -> Int {
    var line = line(at: unit.range.lowerBound)
    var start = unit.range.lowerBound
    while line > 1 {
      line -= 1
      let bytes = file.line(line)
      guard bytes.drop(while: { $0 == UInt8(ascii: " ") }).starts(with: "///".utf8) else { break }
      start = bytes.startIndex
    }
    return start
  }
}

extension [String] {
  /// The most words of one side that are shown.
  private static var shownWords: Int { 16 }

  /// Returns what is left of two lists without what both begin and end with.
  fileprivate func differing(from other: [String]) -> TextEdit.Words? {
    let shared = Swift.min(count, other.count)
    let start = zip(self, other).prefix { $0 == $1 }.count
    let end = zip(reversed(), other.reversed()).prefix(shared - start).prefix { $0 == $1 }.count
    let (old, new) = (self[start..<(count - end)], other[start..<(other.count - end)])
    guard old.count <= Self.shownWords, new.count <= Self.shownWords else { return nil }
    return TextEdit.Words(old: old.joined(separator: " "), new: new.joined(separator: " "))
  }
}
