internal import ContractModel

/// Where invoiced money goes: drawn, and the same amounts to the cent in a table.
struct HTMLMoney {
  /// What the ids of the drawing begin with.
  let id: String
  private let total: MoneyTotal
  private let amounts: Amounts
  /// Whose money it is, for those who cannot see the drawing.
  let owner: String

  init(id: String, total: MoneyTotal, owner: String) {
    self.id = id
    self.total = total
    self.owner = owner
    amounts = total.amounts
  }

  var markup: Markup {
    guard let waterfall = Waterfall(amounts) else {
      return "<p>Nothing is invoiced, so nothing is to be paid.</p>\n\(paidToDate)"
    }
    return """
      <div class="split">
      \(chart(waterfall))\(table)</div>
      \(boundNote)\(paidToDate)
      """
  }

  private func chart(_ waterfall: Waterfall) -> Markup {
    let bars = waterfall.bars
    let words = bars.map { bar in
      "\(bar.bucket?.words ?? "invoiced") \(amount(of: bar).text(in: total.currency))"
    }
    let ids = (title: "\(id)-flow", words: "\(id)-flow-words")
    return """
      <figure>
      <svg class="chart" role="img" aria-labelledby="\(ids.title) \(ids.words)" \
      height="\(bars.count * Waterfall.rowHeight)">
      <title id="\(ids.title)">Where the money of \(owner) goes</title>
      <desc id="\(ids.words)">\(words.joined(separator: "; "))</desc>
      \(bars.enumerated().map { place, bar in row(place, bar, isLast: place + 1 == bars.count) })\
      </svg>
      </figure>

      """
  }

  private func row(_ place: Int, _ bar: Waterfall.Bar, isLast: Bool) -> Markup {
    let top = place * Waterfall.rowHeight
    // The next bar ends where this one begins, but the first one only ends there with it.
    let edge = bar.bucket == nil ? bar.end : bar.start
    let connector: Markup? =
      isLast
      ? nil
      : """
      <line class="connector" x1="\(edge.percent)" x2="\(edge.percent)" y1="\(top + 28)" \
      y2="\(top + Waterfall.rowHeight + 12)"/>

      """
    return """
      <text class="label" x="0" y="\(top + 25)">\(bar.bucket?.words ?? "invoiced")</text>
      \(drawing(of: bar, top: top))\(connector)
      """
  }

  /// A bar too short to be seen is a line nevertheless.
  private func drawing(of bar: Waterfall.Bar, top: Int) -> Markup {
    let tone = (bar.bucket?.tone ?? .ink).rawValue
    guard bar.length > .zero else {
      return """
        <line class="sliver \(tone)" x1="\(bar.start.percent)" x2="\(bar.start.percent)" y1="\(top + 12)" \
        y2="\(top + 28)"/>

        """
    }
    return """
      <rect class="\(tone)" x="\(bar.start.percent)" y="\(top + 12)" width="\(bar.length.percent)" height="16"/>

      """
  }

  private func amount(of bar: Waterfall.Bar) -> Amount {
    bar.bucket.map { amounts[$0] } ?? amounts.invoiced
  }

  private var table: Markup {
    let moved = Bucket.steps.filter { $0 == .pay || !amounts[$0].isZero }
    let rows = moved.map { bucket -> Markup in
      let word = bucket == .pay ? total.paidToDate == nil ? "pay" : "payable to date" : bucket.words
      return row(
        word, amounts[bucket], bucket.tone, isStarred: total.illustrative.contains(bucket))
    }
    let invoiced = row("invoiced", amounts.invoiced, .ink, isStarred: total.isIllustrative)
    return .table(
      "Where the invoiced money goes", [.text("Goes to"), .figures("Amount")], [invoiced] + rows,
      style: "ledger")
  }

  private func row(_ word: String, _ amount: Amount, _ tone: Tone, isStarred: Bool) -> Markup {
    """
    <tr class="\(tone.rawValue)"><th scope="row">\(word)</th>\
    <td class="figure">\(.money(amount, in: total.currency, isStarred: isStarred))</td></tr>

    """
  }

  private var boundNote: Markup? {
    guard !amounts.isExact else { return nil }
    return """
      <p class="fine">An amount known only within bounds is drawn by the figure that bounds it.</p>

      """
  }

  private var paidToDate: Markup? {
    guard let paid = total.paidToDate else { return nil }
    var rows = [
      row("paid before", paid.before, .ink, isStarred: false),
      row("pay now", paid.now, .good, isStarred: total.pay.isIllustrative),
    ]
    if !paid.overpaid.isZero { rows.append(row("overpaid", paid.overpaid, .bad, isStarred: false)) }
    return .table(
      "What was paid before", [.text("Payment"), .figures("Amount")], rows, style: "ledger paid")
  }
}
