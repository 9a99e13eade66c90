import ContractModel
import RuleSyntax
import SourceText

/// A piece of a text that can be changed, taken out or put in by itself: a declaration, a line, or
/// the heading of what holds other pieces.
struct TextUnit {
  /// What it is called among its neighbours: `rule accepted`, `milestone launch`, `due`.
  let key: String
  /// The place of its text among those of its side.
  let document: Int
  /// All of it.
  let range: Range<Int>
  /// Its tokens, without those of its children.
  let words: [String]
  /// Where it holds other units, what is before the brace, and the offset after it.
  let body: (heading: Range<Int>, start: Int)?
  let children: [TextUnit]

  /// Whether two units say the same, however they are laid out.
  func isSame(as other: TextUnit) -> Bool { allWords == other.allWords }

  private var allWords: [String] { words + children.flatMap(\.allWords) }
}

extension TokenText {
  /// The units of the whole text.
  func units(document: Int) -> [TextUnit] {
    tree.declarations.map { declaration in
      switch declaration {
      case .record(let record):
        leaf("record \(record.name.text)", record.range.bytes, document)
      case .clause(let clause): unit(clause, document)
      case .line(let line): unit(line, document)
      }
    }
  }

  private func leaf(_ key: String, _ range: Range<Int>, _ document: Int) -> TextUnit {
    TextUnit(
      key: key, document: document, range: range, words: words(in: range), body: nil, children: [])
  }

  private func unit(_ clause: ClauseSyntax, _ document: Int) -> TextUnit {
    let key = "clause \(clause.name.text)"
    guard let block = block(from: clause.name.range.upper) else {
      return leaf(key, clause.range.bytes, document)
    }
    func keyworded(_ key: String, _ range: SourceRange) -> TextUnit {
      leaf(key, startOfTokenBefore(range.lower)..<range.upper, document)
    }
    let children =
      (clause.citation.map { [keyworded("cites", $0.range)] } ?? [])
      + (clause.rounding.map { [rounding($0, document)] } ?? [])
      + clause.terms.map { leaf("term \($0.name.text)", $0.range.bytes, document) }
      + clause.meanings.map { leaf("meaning \($0.name.text)", $0.range.bytes, document) }
      + clause.rules.map { leaf("rule \($0.name.text)", $0.range.bytes, document) }
      + clause.exceptions.map { leaf("exception \($0.name.text)", $0.range.bytes, document) }
    return holder(
      key, clause.range.lower..<block.upperBound, block, document,
      children.sorted { $0.range.lowerBound < $1.range.lowerBound })
  }

  /// The words of a rounding begin with `rounds`, which its own range may leave out.
  private func rounding(_ rounding: RoundingSyntax, _ document: Int) -> TextUnit {
    let lower = rounding.range.lower
    let isWhole = words(in: lower..<rounding.range.upper).first == "rounds"
    return leaf(
      "rounds", (isWhole ? lower : startOfTokenBefore(lower))..<rounding.range.upper, document)
  }

  private func unit(_ line: LineSyntax, _ document: Int) -> TextUnit {
    let end = line.table?.range.upper ?? line.range.upper
    guard let lines = line.block, let block = block(from: end) else {
      return leaf(line.unitKey, line.range.lower..<end, document)
    }
    return holder(
      line.unitKey, line.range.lower..<block.upperBound, block, document,
      lines.map { unit($0, document) })
  }

  private func holder(
    _ key: String, _ range: Range<Int>, _ block: Range<Int>, _ document: Int,
    _ children: [TextUnit]
  ) -> TextUnit {
    let heading = range.lowerBound..<block.lowerBound
    return TextUnit(
      key: key, document: document, range: range, words: words(in: heading),
      body: (heading, block.lowerBound + 1), children: children)
  }
}

extension SourceRange {
  fileprivate var bytes: Range<Int> { lower..<upper }
}

extension LineSyntax {
  /// Lines that are named even where they hold no block.
  private static let named: Set = [
    "amendment", "calendar", "contract", "deliverable", "incorporates", "invoice", "line",
    "milestone", "party", "payment", "register", "removes", "waiver",
  ]

  fileprivate var unitKey: String {
    // What a source reads has its name in the document.
    guard block != nil || Self.named.contains(keyword.text), case .name(let name)? = values.first,
      name.text != "from"
    else { return keyword.text }
    // `adds milestone launch` is named by the part, not by its kind.
    if SubjectKind(rawValue: name.text) != nil, case .name(let part)? = values.dropFirst().first {
      return "\(keyword.text) \(name.text) \(part.text)"
    }
    return "\(keyword.text) \(name.text)"
  }
}
