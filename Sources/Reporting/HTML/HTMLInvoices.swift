internal import ContractModel

extension HTMLContract {
  /// Every invoice with its lines, to the cent, and which rule moved the money.
  var invoices: Markup? {
    let invoices = contract.subjects(of: .invoice)
    guard !invoices.isEmpty else { return nil }
    let columns: [Markup.Column] = [
      .text("Invoice or line"), .text("Decision"), .figures("Invoiced"), .figures("Goes to"),
    ]
    let lines = Dictionary(grouping: contract.subjects(of: .line)) { contract[$0].parent }
    let movements = Dictionary(grouping: settled.movements, by: \.line)
    let rows = invoices.map { invoice -> Markup in
      """
      <tbody>
      \(row(of: invoice, columns))\
      \((lines[invoice] ?? []).map { row(of: $0, columns, movements[$0] ?? []) })</tbody>

      """
    }
    return part(
      "invoices", "Invoices",
      """
      <table class="stack">
      \(.tableHead("What becomes of each invoice and each of its lines", columns))\(rows)</table>

      """)
  }

  private func row(of invoice: SubjectID, _ columns: [Markup.Column]) -> Markup {
    """
    <tr class="whole"><th scope="row"><bdi>\(contract[invoice].name)</bdi>\
    <small>received \(dateWords(.received, of: invoice))\(payBy(invoice))</small></th>\
    \(columns[1].cell(.badge(settled.decisions[invoice] ?? .undecided)))\
    \(columns[2].cell(invoiced(for: invoice)))\
    \(columns[3].cell(destinations(of: invoice)))</tr>

    """
  }

  private func row(
    of line: SubjectID, _ columns: [Markup.Column], _ movements: [Movement]
  ) -> Markup {
    let billed: Markup? = contract[line].billed.map { billed in
      "<small>for <bdi>\(contract[billed].kind.rawValue + " " + contract.path(of: billed))</bdi></small>"
    }
    return """
      <tr><th scope="row"><span class="line"><bdi>\(contract[line].name)</bdi>\(billed)</span></th>\
      \(columns[1].cell(causes(of: movements)))\
      \(columns[2].cell(invoiced(for: line)))\
      \(columns[3].cell(destinations(of: line)))</tr>

      """
  }

  /// The findings that moved money of a line, with links to them.
  private func causes(of movements: [Movement]) -> Markup {
    let causes = movements.flatMap { ($0.finding.map { [$0] } ?? []) + $0.alsoCited }
      .withoutRepetition
    guard !causes.isEmpty else { return "<span class=\"none\">nothing against it</span>" }
    return causes.map { finding -> Markup in
      "by <a href=\"#\(id(ofFinding: finding))\"><bdi>\(decision.findings[finding].rule.rule)</bdi></a>"
    }.joined(separator: "<br>")
  }

  func invoiced(for subject: SubjectID) -> Markup {
    guard let amounts = settled.amounts[subject] else {
      return "<span class=\"none\">not invoiced</span>"
    }
    return money(amounts.invoiced, isStarred: illustrative.contains(subject))
  }

  /// Every bucket with money of a subject in it, and what was paid of that before.
  func destinations(of subject: SubjectID) -> Markup {
    guard let amounts = settled.amounts[subject] else { return "<span class=\"none\">–</span>" }
    let buckets = Bucket.steps.filter { !amounts[$0].isZero }.map { bucket in
      let amount = money(amounts[bucket], isStarred: illustrative[subject].contains(bucket))
      return destination(bucket.words, amount, bucket.tone)
    }
    var paid: [Markup] = []
    if let sums = settled.paidToDate[subject] {
      paid = [
        destination("paid before", money(sums.before), .quiet),
        destination("pay now", money(sums.now), .good),
      ]
      if !sums.overpaid.isZero { paid.append(destination("overpaid", money(sums.overpaid), .bad)) }
    }
    return (buckets + paid).joined(separator: "<br>")
  }

  private func destination(_ words: String, _ amount: Markup, _ tone: Tone) -> Markup {
    "<span class=\"\(tone.rawValue)\">\(words)</span> \(amount)"
  }

  /// The earliest day by which rules want an invoice paid.
  private func payBy(_ invoice: SubjectID) -> Markup? {
    let first = payDays[invoice]?.min {
      ($0.firstDay?.dayNumber ?? .min) < ($1.firstDay?.dayNumber ?? .min)
    }
    return first.map { ", to be paid by \($0.dateWords)" }
  }

  func dateWords(_ field: SubjectField, of subject: SubjectID) -> String {
    guard case .quantity(let date)? = contract[subject].fields[field] else {
      return "on no stated day"
    }
    return date.dateWords
  }
}
