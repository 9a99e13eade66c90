internal import ContractModel

/// What stands before the contracts: the head of the document, and what they all come to.
struct HTMLOpening {
  let totals: ReportTotals
  let rows: [Markup]

  private var head: ReportHead { totals.head }

  /// Only so many problems are told twice, here and where all of them are.
  private static let toldProblems = 10

  var markup: Markup {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="referrer" content="no-referrer">
    <title>Payment report as of \(head.asOf.text)</title>
    <style>
    \(HTMLStyle.sheet)
    </style>
    </head>
    <body>
    <a class="skip" href="#main">Skip to the report</a>
    <header class="masthead" id="top">
    <p class="eyebrow">Holdback · contract compliance</p>
    <h1>Payment report</h1>
    <p class="dateline">\(dateline.joined(separator: " <span aria-hidden=\"true\">·</span> "))</p>
    </header>
    <nav class="contents" aria-label="Contents">
    <ul>
    <li><a href="#totals">Totals</a></li>
    <li><a href="#contracts">Contracts</a></li>
    <li><a href="#diagnostics">Problems with the input</a></li>
    <li><a href="#inputs">What was read</a></li>
    <li><a href="#method">Method</a></li>
    </ul>
    </nav>
    <main id="main">
    \(banner)\(HTMLTotals(totals: totals).markup)\(table)
    """
  }

  private var dateline: [Markup] {
    let today: Markup? = head.asOfIsToday ? " <span>(today: no date was named)</span>" : nil
    return [
      "<span>as of <time datetime=\"\(head.asOf.text)\">\(head.asOf.text)</time>\(today)</span>",
      "<span>\(totals.countText)</span>",
      "<span>\(totals.isComplete ? "complete" : "not complete")</span>",
      "<span>holdback \(head.toolVersion)</span>",
    ]
  }

  /// What a reader must know before any figure.
  private var banner: Markup {
    """
    \(incompleteness)\(note(head.shard.map { "This is shard \($0.text): other contracts are in the other shards." }))\
    \(note(head.honoursWaivers ? nil : "Waivers do not count in this report."))\
    \(note(head.baseline.map { "Held against the earlier report \($0): what that one had is marked as known." }))
    """
  }

  private func note(_ text: String?) -> Markup? {
    text.map { "<p class=\"note\">\($0)</p>\n" }
  }

  private var incompleteness: Markup? {
    guard !totals.isComplete else { return nil }
    let errors = totals.diagnostics.filter(\.isError)
    let told = errors.prefix(Self.toldProblems).map { error -> Markup in
      let place = error.place.map { "\($0.path):\($0.line): " } ?? ""
      return "<li>\(place + error.message)</li>\n"
    }
    let rest = errors.count - told.count
    let more: Markup? =
      rest > 0 ? "<li>\(rest) more <a href=\"#diagnostics\">below</a></li>\n" : nil
    let errored = totals.verdicts[.errored] ?? 0
    let rules: Markup? =
      errored > 0
      ? "<li>\(errored == 1 ? "1 rule" : "\(errored) rules") could not be evaluated; see the findings marked not evaluated</li>\n"
      : nil
    return """
      <section class="banner bad" aria-labelledby="incomplete">
      <h2 id="incomplete"><span aria-hidden="true">✗</span> This report is not complete</h2>
      <p>Something could not be decided. Nothing may be paid on the strength of what is missing here.</p>
      <ul>
      \(told)\(more)\(rules)</ul>
      </section>

      """
  }

  private var table: Markup {
    guard !rows.isEmpty else {
      return """
        <section id="contracts" aria-labelledby="contracts-head">
        <h2 id="contracts-head">Contracts</h2>
        <p>No contract was decided.</p>
        </section>

        """
    }
    return """
      <section id="contracts" aria-labelledby="contracts-head">
      <h2 id="contracts-head">Contracts</h2>
      \(.table("What is recommended for each contract", HTMLContract.columns, rows))\
      <p class="fine">Held is what is retained, withheld, disputed, rejected or not due; taken is what is
      recovered or deducted. What is neither held nor taken is payable; pay is what of that was not paid
      before.</p>
      </section>

      """
  }
}
