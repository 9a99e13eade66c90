package import SourceText

/// A line that says what is: a word, its values, perhaps a table, perhaps a block.
///
/// `milestone launch "Open enrolment" { … }`, `amount more than USD 1,000,000 reported "…" in "…"`,
/// `verifier outranks buyer on capability, test-run`.
///
/// Nothing changes it: it is handed from hand to hand, shared and never copied.
package final class LineSyntax: Sendable {
  package enum Value: Sendable {
    case name(NameSyntax)
    case text(TextSyntax)
    /// A literal, or words that bound one.
    case range(RangeSyntax)
    /// A value of somebody else's document: it is what the line takes it for.
    case found(TextSyntax)
    case comma(SourceRange)

    package var range: SourceRange {
      switch self {
      case .name(let name): name.range
      case .text(let text): text.range
      case .range(let range): range.range
      case .found(let text): text.range
      case .comma(let range): range
      }
    }
  }

  package let keyword: NameSyntax
  package let values: [Value]
  package let provenance: ProvenanceSyntax?
  package let table: TableSyntax?
  /// Nil where the line has no braces.
  package let block: [LineSyntax]?
  package let documentation: String?
  /// Whether a value of a document was found to be wrong: it is stated, and nothing is known of it.
  package let isMistaken: Bool
  /// From the keyword through the last value; the block is not part of it.
  package let range: SourceRange

  package init(
    keyword: NameSyntax, values: [Value], provenance: ProvenanceSyntax?, table: TableSyntax?,
    block: [LineSyntax]?, documentation: String?, range: SourceRange, isMistaken: Bool = false
  ) {
    self.isMistaken = isMistaken
    self.keyword = keyword
    self.values = values
    self.provenance = provenance
    self.table = table
    self.block = block
    self.documentation = documentation
    self.range = range
  }
}

/// Where a figure comes from: `illustrative`, or `reported "phrase" in "source"`.
package enum ProvenanceSyntax: Sendable {
  case illustrative(SourceRange)
  case reported(phrase: TextSyntax, source: TextSyntax)
}
