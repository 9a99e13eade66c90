internal import ContractModel

/// What a colour stands for; the word that says the same always stands beside it.
enum Tone: String {
  case good, bad, doubt, taken, quiet, ink

  init(_ ink: TextWord.Ink) {
    switch ink {
    case .green: self = .good
    case .red: self = .bad
    case .yellow: self = .doubt
    case .dim: self = .quiet
    case .plain, .bold: self = .ink
    }
  }
}

extension Bucket {
  var tone: Tone {
    switch self {
    case .pay: .good
    case .withheld, .rejected: .bad
    case .disputed: .doubt
    case .retained, .recovered, .deducted: .taken
    case .notDue: .quiet
    }
  }

  /// In which order a reader follows the money from what was invoiced to what is payable.
  static let steps: [Bucket] = [
    .disputed, .withheld, .retained, .recovered, .deducted, .rejected, .notDue, .pay,
  ]
}

extension Markup {
  /// Returns a mark with its word, in the colour of what it means.
  static func badge(_ mark: TextWord, _ words: String) -> Markup {
    let tone = Tone(mark.ink).rawValue
    return """
      <span class="badge \(tone)"><span aria-hidden="true">\(mark.text)</span> \(words)</span>
      """
  }

  static func badge(_ decision: Decision) -> Markup { badge(decision.mark, decision.words) }

  static func badge(_ verdict: Verdict) -> Markup { badge(verdict.mark, verdict.words) }

  /// Returns a caption and the heads of columns, with those that are figures on the right.
  static func tableHead(_ caption: Markup, _ columns: [Column]) -> Markup {
    let heads = columns.map { column -> Markup in
      let figures: Markup = column.isFigures ? " class=\"figure\"" : ""
      return "<th scope=\"col\"\(figures)>\(column.name)</th>"
    }
    return "<caption>\(caption)</caption>\n<thead><tr>\(heads)</tr></thead>\n"
  }

  /// Returns a table; on a narrow page those that stack put the cells of a row below each other.
  static func table(
    _ caption: Markup, _ columns: [Column], _ rows: [Markup], style: String = "stack"
  ) -> Markup {
    """
    <table class="\(style)">
    \(tableHead(caption, columns))<tbody>
    \(rows)</tbody>
    </table>

    """
  }

  /// A column of a table.
  struct Column {
    let name: String
    let isFigures: Bool

    static func text(_ name: String) -> Column { Column(name: name, isFigures: false) }
    static func figures(_ name: String) -> Column { Column(name: name, isFigures: true) }

    /// Returns a cell, which on a narrow page stands below the others with its own label.
    func cell(_ content: Markup?) -> Markup {
      guard let content else { return "<td class=\"none\(isFigures ? " figure" : "")\">–</td>" }
      let figures: Markup = isFigures ? " class=\"figure\"" : ""
      return "<td data-label=\"\(name)\"\(figures)><div>\(content)</div></td>"
    }
  }

  /// Returns an amount, its figure in one piece.
  static func money(_ amount: Amount, in currency: Currency, isStarred: Bool = false) -> Markup {
    let text = amount.text(in: currency)
    let code = text.firstRange(of: currency.code)?.lowerBound ?? text.startIndex
    let figures = text[code...].split(separator: " to ").map(String.init)
    let star: Markup? = isStarred ? "<abbr title=\"illustrative\">*</abbr>" : nil
    let pieces = figures.enumerated().map { place, figure -> Markup in
      let isLast = place + 1 == figures.count
      return "<span class=\"amount\">\(figure)\(isLast ? star : nil)</span>"
    }
    let sum: Markup = "\(String(text[..<code]))\(pieces.joined(separator: " to "))"
    return amount.isZero ? "<span class=\"none\">\(sum)</span>" : sum
  }
}
