import RuleSyntax
import SourceText

extension AnalysedContract {
  /// Figures that do not say where they come from, in a contract whose other figures do.
  ///
  /// A contract without any `reported` or `illustrative` is somebody's own, and says it all itself;
  /// of one that is `illustrative` as a whole everything is known to be.
  var unmarkedFigures: [Diagnostic] {
    guard line.provenance == nil, let lines = line.block,
      lines.contains(where: \.marksFigures)
    else { return [] }
    return lines.flatMap(\.unmarkedFigures).map { .figureUnmarked($0) }
  }
}

extension LineSyntax {
  /// Whether it says of a figure in it where that comes from.
  fileprivate var marksFigures: Bool {
    provenance != nil && hasFigure || (block ?? []).contains(where: \.marksFigures)
  }

  /// Lines with a figure that is not marked, neither itself nor by what it stands in.
  fileprivate var unmarkedFigures: [LineSyntax] {
    guard provenance == nil else { return [] }
    return (hasFigure ? [self] : []) + (block ?? []).flatMap(\.unmarkedFigures)
  }

  private var hasFigure: Bool { values.contains(where: \.isFigure) }
}

extension LineSyntax.Value {
  /// Whether it is an amount, a number, a share or a day, exactly or within bounds.
  fileprivate var isFigure: Bool {
    switch self {
    case .range(let range): range.isFigure
    case .name, .text, .found, .comma: false
    }
  }
}

extension RangeSyntax {
  fileprivate var isFigure: Bool {
    switch form {
    case .any, .given, .none: false
    case .exactly(.literal(let literal)): literal.isFigure
    case .exactly: false
    case .either(let parts): parts.contains(where: \.isFigure)
    case .atLeast, .atMost, .moreThan, .lessThan, .before, .after, .onOrBefore, .onOrAfter,
      .approximately, .between, .within:
      true
    }
  }
}

extension LiteralSyntax {
  fileprivate var isFigure: Bool {
    switch form {
    case .money, .percent, .number, .quantity, .date, .month, .instant: true
    case .text: false
    }
  }
}

extension Diagnostic {
  fileprivate static func figureUnmarked(_ line: LineSyntax) -> Diagnostic {
    Diagnostic(
      .warning, .figureUnmarked,
      "nothing says where this figure comes from, as it is said of others in the contract",
      at: line.range,
      help: "add `reported \"words\" in \"source\"`, or `illustrative` where it is made up")
  }
}
