internal import ContractModel
internal import SourceText

extension ContractText {
  /// Writes what the contract comes to: the payment, what is held and what releases it, and what
  /// a person is to be told.
  mutating func writeTotals() {
    if let total = decision.total {
      page.line(total.payWords(moneyText), indent: 2)
      writePaidToDate(of: .contract)
      page.writeHeld(of: total, moneyText)
    }
    if let blocked = decision.settled.blocked {
      page.writeBlocked(moneyText(blocked))
      writeRelease(ofBlocked: blocked)
    }
    guard page.style.verbosity != .quiet else { return }
    writeReleases()
    writeCarriedForward()
    writeNotices()
  }

  private mutating func writeRelease(ofBlocked blocked: Amount) {
    let conditions = decision.endsOfSuspension
    guard !conditions.isEmpty, page.style.verbosity != .quiet else { return }
    page.line(
      [TextWord("blocked \(moneyText(blocked))"), TextWord("released by:", .dim)]
        + TextWord.untrusted(conditions.releasedByAll), indent: 2)
  }

  private mutating func writeReleases() {
    for release in decision.releases {
      let amount = moneyText(release.amount, isStarred: release.isIllustrative)
      page.line(
        [TextWord("\(release.bucket.words) \(amount)"), TextWord("released by:", .dim)]
          + TextWord.untrusted(release.conditions.releasedByAll), indent: 2)
    }
  }

  private mutating func writeCarriedForward() {
    for (index, amount) in decision.settled.carriedForward.sorted(by: { $0.key < $1.key }) {
      page.line(
        TextWord.separated([
          [TextWord("carried forward"), TextWord(moneyText(amount))],
          ruleWords(of: decision.findings[index]),
        ]), indent: 2)
    }
  }

  private mutating func writeNotices() {
    for finding in decision.findings {
      for effect in decision.tellingEffects(of: finding) { writeNotice(effect, of: finding) }
    }
  }

  private mutating func writeNotice(_ effect: Effect, of finding: Finding) {
    var words = TextWord.words(of: effect.verb.words, .bold)
    if let object = effect.object { words += TextWord.untrusted(object) }
    if let amount = effect.amount?.amount { words.append(TextWord(moneyText(amount))) }
    if let ground = effect.ground {
      words += TextWord.untrusted("\(effect.verb == .notify ? "of" : "as") \(ground)")
    }
    if let deadline = effect.deadline { words.append(TextWord("by \(deadline.dateWords)")) }
    page.line(TextWord.separated([words, ruleWords(of: finding)]), indent: 2)
  }

  private func ruleWords(of finding: Finding) -> [TextWord] {
    let subject = contract.findingName(of: finding.subject)
    let words = TextWord.untrusted("\(subject) \(finding.rule.rule)", .dim)
    return words + (finding.rule.section.map { TextWord.section($0, .dim) } ?? [])
  }
}

extension TextPage {
  /// Writes what is not paid, by bucket, if anything is.
  mutating func writeHeld(of total: MoneyTotal, _ text: (Amount, Bool) -> String) {
    let held = total.heldWords(text)
    if !held.isEmpty { line(TextWord.separated(held), indent: 2) }
  }

  /// Writes the unpaid balance that a suspension blocks.
  mutating func writeBlocked(_ amount: String) {
    line([TextWord("blocked", .red), TextWord(amount)], indent: 2)
  }
}

extension EffectVerb {
  /// The verb in words.
  var words: String {
    switch self {
    case .refer: "refer to"
    case .owe: "owed"
    case .suspend, .reject, .withhold, .defer, .dispute, .retain, .release, .recover, .deduct,
      .setOff, .pay, .notify, .report, .excuse:
      rawValue
    }
  }

  /// Whether it asks a person to do something, beside what it does to the payment.
  var tellsAPerson: Bool { !takesMoney && self != .excuse }
}
