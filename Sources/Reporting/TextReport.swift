package import ContractModel
internal import SourceText

/// The report as people read it on a terminal.
package struct TextReport: ReportWriter {
  private let head: ReportHead
  private let style: TextStyle
  /// The day as of which contracts are decided that do not state one of their own.
  private let asOf: String

  package init(_ head: ReportHead, style: TextStyle) {
    self.head = head
    self.style = style
    asOf = head.asOfWords(nil)
  }

  package var opensWithTotals: Bool { false }

  package func opening(_ totals: ReportTotals) -> String { "" }

  package func contract(_ contract: ReportedContract) -> String {
    var writer = ContractText(contract, head: head, page: TextPage(style: style))
    writer.write()
    writer.page.blankLine()
    return writer.page.text
  }

  package var isBrief: Bool { style.verbosity == .quiet }

  package func write(_ contract: BriefDecision, to text: inout [UInt8]) {
    let asOf = contract.statedAsOf?.text ?? asOf
    if !style.write(contract, asOf: asOf, to: &text) { layOut(contract, asOf: asOf, in: &text) }
  }

  /// Writes a contract that was decided in brief word by word.
  func layOut(_ contract: BriefDecision, asOf: String, in text: inout [UInt8]) {
    var page = TextPage(style: style)
    page.writeHeader(contract.title, contract.supplierName, contract.decision, asOf: asOf)
    var total = MoneyTotal(contract.currency)
    total.add(contract)
    func words(_ amount: Amount, _ isStarred: Bool) -> String { amount.text(in: total.currency) }
    page.line(total.payWords(words), indent: 2)
    page.writeHeld(of: total, words)
    if let blocked = contract.blocked { page.writeBlocked(words(blocked, false)) }
    page.blankLine()
    text += page.bytes
  }

  package func closing(_ totals: ReportTotals) -> String {
    var page = TextPage(style: style)
    page.writeSummary(of: totals)
    return page.text
  }
}

/// Writes one contract: a header, its parts with their findings, and what it all comes to.
struct ContractText {
  let reported: ReportedContract
  let head: ReportHead
  let illustrative: IllustrativeFigures
  /// Put in order where findings are told: a run that asks for none does without.
  private(set) lazy var sections = ReportSections(decision)
  private(set) lazy var columns = ContractColumns(decision)
  var page: TextPage

  init(_ reported: ReportedContract, head: ReportHead, page: TextPage) {
    self.reported = reported
    self.head = head
    self.page = page
    illustrative = IllustrativeFigures(reported.decision)
  }

  var decision: ContractDecision { reported.decision }
  var files: SourceFiles { reported.files }
  var contract: Contract { decision.contract }

  mutating func write() {
    writeHeader()
    if page.style.verbosity != .quiet {
      writeFindings(of: .contract)
      for part in contract.reportedParts {
        writeRow(of: part)
        writePaidToDate(of: part)
        writeFindings(of: part)
      }
    }
    writeTotals()
  }

  private mutating func writeHeader() {
    page.writeHeader(
      contract.title, contract.supplierName, decision.settled.decision,
      asOf: head.asOfWords(decision.statedAsOf))
  }

  private mutating func writeRow(of part: SubjectID) {
    let recommended = decision.settled.decisions[part] ?? .undecided
    var words = TextWord.untrusted(contract[part].name, .bold)
    if let date = dateWord(of: part) {
      let gap = page.gap(after: words, indent: 2, toColumn: columns.date)
      words.append(TextWord(date, gap: gap))
    }
    let gap = page.gap(after: words, indent: 2, toColumn: columns.decision)
    words.append(TextWord(recommended.words, recommended.ink, gap: gap))
    page.line(words + amountWords(of: part, recommended), indent: 2)
  }

  private func dateWord(of part: SubjectID) -> String? {
    let subject = contract[part]
    let (label, field) =
      subject.kind == .invoice
      ? ("received", SubjectField.received) : ("due", SubjectField.due)
    guard case .quantity(let date)? = subject.fields[field] else { return nil }
    return "\(label) \(date.dateWords)"
  }

  private func amountWords(of part: SubjectID, _ recommended: Decision) -> [TextWord] {
    guard let amounts = decision.settled.amounts[part] else {
      return [TextWord("not invoiced", .dim, gap: 2)]
    }
    if let paid = decision.settled.paidToDate[part], recommended.bucket == .pay {
      return paidWords(paid, amounts, of: part, recommended)
    }
    let shown = amounts[recommended.bucket]
    let ink: TextWord.Ink = recommended.bucket == .pay ? .green : .plain
    let isStarred = illustrative[part].contains(recommended.bucket)
    let words = [TextWord(moneyText(shown, isStarred: isStarred), ink, gap: 2)]
    return shown == amounts.invoiced ? words : words + invoicedWords(amounts, of: part)
  }

  func invoicedWords(_ amounts: Amounts, of subject: SubjectID) -> [TextWord] {
    let isStarred = illustrative.contains(subject)
    return [
      TextWord("of \(moneyText(amounts.invoiced, isStarred: isStarred))"), TextWord("invoiced"),
    ]
  }

  /// Returns an amount as it is printed, starred where it is illustrative.
  func moneyText(_ amount: Amount, isStarred: Bool = false) -> String {
    contract.money(amount, isStarred: isStarred)
  }
}

/// Where the columns of a contract's rows begin, so that they stand below each other.
struct ContractColumns {
  /// Of the dates of milestones and invoices.
  let date: Int
  /// Of what is recommended.
  let decision: Int
  /// Of the rules of findings.
  let rule: Int
  /// Of what findings say.
  let message: Int

  /// A longer name pushes what follows it to the right, on its own line only.
  private static let widestName = 24

  init(_ decision: ContractDecision) {
    let contract = decision.contract
    let parts = contract.reportedParts
    date = 2 + Self.width(of: parts.map { contract.subjects[$0.index].name }) + 2
    self.decision = date + "received 2013-10-01".count + 2
    rule = 6 + Self.width(of: decision.findings.map { contract.findingName(of: $0.subject) }) + 2
    message = rule + Self.width(of: decision.findings.map(\.rule.rule)) + 2
  }

  private static func width(of names: [String]) -> Int {
    min(names.map(\.characterCount).max() ?? 0, widestName)
  }
}

extension Contract {
  /// Returns an amount as a terminal shows it, starred where it rests on a figure that nobody reported.
  func money(_ amount: Amount, isStarred: Bool) -> String {
    currency.map { amount.text(in: $0) + (isStarred ? "*" : "") } ?? "no amount"
  }

  /// What a finding calls its subject below the header of its part.
  func findingName(of id: SubjectID) -> String {
    id == .contract ? "contract" : subjects[id.index].name
  }
}

extension ReportHead {
  /// The day as of which a contract was decided, which its own document may state.
  fileprivate func asOfWords(_ stated: CivilDate?) -> String {
    stated?.text ?? "\(asOf.text)\(asOfIsToday ? ", today" : "")"
  }
}

extension TextPage {
  /// Writes what a contract is called, and what is recommended as of a day.
  fileprivate mutating func writeHeader(
    _ title: String, _ supplierName: String?, _ decision: Decision, asOf: String
  ) {
    let supplier = supplierName.map { " · \($0)" } ?? ""
    let title = TextWord.untrusted(title + supplier, .bold)
    edges(
      [decision.mark] + title,
      [
        TextWord(decision.words, decision.ink), TextWord("·", .dim), TextWord("as of \(asOf)"),
      ])
  }
}
