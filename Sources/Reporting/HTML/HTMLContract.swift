internal import ContractModel
internal import SourceText

/// Writes one contract: what is recommended, where the money goes, and every finding behind it.
struct HTMLContract {
  let reported: ReportedContract
  let asOf: CivilDate
  /// Its place in the report, from 1; what all its ids begin with.
  let number: Int
  let illustrative: IllustrativeFigures
  let moved: MovedAmounts
  /// The days by which rules want each invoice paid.
  let payDays: [SubjectID: [Interval]]

  init(_ reported: ReportedContract, asOf: CivilDate, number: Int) {
    self.reported = reported
    self.asOf = asOf
    self.number = number
    illustrative = IllustrativeFigures(reported.decision)
    moved = MovedAmounts(reported.decision)
    payDays = reported.decision.payDays
  }

  var decision: ContractDecision { reported.decision }
  var contract: Contract { decision.contract }
  var settled: Settled { decision.settled }
  var files: SourceFiles { reported.files }
  var id: String { "c\(number)" }

  var markup: Markup {
    """
    <article class="contract" id="\(id)" aria-labelledby="\(id)-head">
    <div class="contract-head">
    <h2 id="\(id)-head"><bdi>\(contract.title)</bdi>\(supplier)</h2>
    <p class="verdict">\(.badge(settled.decision))</p>
    </div>
    <p class="lede">\(lede)</p>
    \(known)\(documentation)\(facts)\(moneySection)\(releases)\(consequences)\(schedule)\(progress)\
    \(invoices)\(findings)\(metFindings)\(waivers)<p class="back"><a href="#contracts">All contracts</a></p>
    </article>

    """
  }

  static let columns: [Markup.Column] = [
    .text("Contract"), .text("Decision"), .figures("Invoiced"), .figures("Pay"), .figures("Held"),
    .figures("Taken"),
  ]

  /// The contract's row in the table of all of them.
  var row: Markup {
    let columns = Self.columns
    let supplier: Markup? = contract.supplierName.map { "<small><bdi>\($0)</bdi></small>" }
    let total = decision.total
    let blocked: Markup? = settled.blocked.map { "<small>blocked \(money($0))</small>" }
    func sum(of buckets: [Bucket]) -> Markup {
      money(
        total.map { total in AmountSum(buckets.map { total.amounts[$0] }).total },
        isStarred: !illustrative[.contract].isDisjoint(with: buckets))
    }
    return """
      <tr><th scope="row"><a href="#\(id)"><bdi>\(contract.title)</bdi></a>\(supplier)</th>\
      \(columns[1].cell("\(.badge(settled.decision))\(blocked)"))\
      \(columns[2].cell(money(total?.amounts.invoiced, isStarred: total?.isIllustrative ?? false)))\
      \(columns[3].cell(money(total?.pay.amount, isStarred: total?.pay.isIllustrative ?? false)))\
      \(columns[4].cell(sum(of: Bucket.allCases.filter(\.isHeld))))\
      \(columns[5].cell(sum(of: [.recovered, .deducted])))</tr>

      """
  }

  /// Returns an amount of the contract; words where there is none.
  func money(_ amount: Amount?, isStarred: Bool = false) -> Markup {
    guard let amount, let currency = contract.currency else {
      return "<span class=\"none\">no amount</span>"
    }
    return .money(amount, in: currency, isStarred: isStarred)
  }

  /// Returns the heading and what stands below it; nil where that is nothing.
  func part(_ name: String, _ words: String, _ content: Markup?) -> Markup? {
    content.map {
      """
      <section>
      <h3 id="\(id)-\(name)">\(words)</h3>
      \($0)</section>

      """
    }
  }

  /// Returns where a range begins, as a reader finds it.
  func place(of range: SourceRange) -> Markup {
    "<span class=\"place\">\(files.placeText(of: range))</span>"
  }

  private var supplier: Markup? {
    contract.supplierName.map { " <span class=\"supplier\"><bdi>\($0)</bdi></span>" }
  }

  private var lede: Markup {
    guard let total = decision.total else {
      return "No amount is stated, so nothing is to be paid or held."
    }
    let now = total.paidToDate == nil ? "Pay" : "Pay now"
    return """
      \(now) <strong>\(money(total.pay.amount, isStarred: total.pay.isIllustrative))</strong> \
      of \(money(total.amounts.invoiced, isStarred: total.isIllustrative)) invoiced.
      """
  }

  private var known: Markup? {
    guard let comparison = reported.comparison else { return nil }
    let words =
      comparison.isKnown
      ? "Nothing that stands against paying is new since the earlier report."
      : "Something that stands against paying is new since the earlier report."
    return "<p class=\"note\">\(words)</p>\n"
  }

  private var documentation: Markup? {
    contract.documentation.map { "<p class=\"about\">\($0.onOneLine)</p>\n" }
  }

  private var facts: Markup {
    let parties = contract.parties.map { party -> Markup in
      "<div><dt>\(party.role)</dt><dd>\(party.name)</dd></div>\n"
    }
    let blocked: Markup? = settled.blocked.map { amount in
      "<div class=\"bad\"><dt>blocked</dt><dd>\(money(amount))</dd></div>\n"
    }
    return """
      <dl class="facts">
      <div><dt>contract</dt><dd>\(contract.id)</dd></div>
      \(parties)<div><dt>text</dt><dd>\(place(of: contract.range))</dd></div>
      \(blocked)</dl>

      """
  }

  private var moneySection: Markup? {
    guard let total = decision.total else {
      return part(
        "money", "Where the money goes",
        "<p>The contract states no amount, so there is nothing to draw.</p>\n")
    }
    let money = HTMLMoney(id: id, total: total, owner: contract.title)
    return part("money", "Where the money goes", money.markup)
  }
}
