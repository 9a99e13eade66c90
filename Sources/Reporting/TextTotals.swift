internal import ContractModel
internal import SourceText

extension ContractText {
  /// Writes what the contract comes to: the payment, what is held and what releases it, and what
  /// a person is to be told.
  mutating func writeTotals() {
    if let amounts = decision.settled.amounts[.contract], contract.currency != nil {
      page.line(
        [TextWord("pay", .green), money(amounts[.pay], of: .contract, .green), TextWord("of")]
          + [money(amounts.invoiced, of: .contract), TextWord("invoiced")], indent: 2)
      writeBuckets(of: amounts)
    }
    if let blocked = decision.settled.blocked {
      page.line([TextWord("blocked", .red), TextWord(moneyText(blocked))], indent: 2)
    }
    guard page.style.verbosity != .quiet else { return }
    writeReleases()
    writeCarriedForward()
    writeNotices()
  }

  private mutating func writeBuckets(of amounts: Amounts) {
    var words: [TextWord] = []
    for bucket in Bucket.allCases where bucket != .pay && !amounts[bucket].isZero {
      if !words.isEmpty { words.append(TextWord("·", .dim)) }
      words += [TextWord(bucket.words), money(amounts[bucket], of: .contract)]
    }
    if !words.isEmpty { page.line(words, indent: 2) }
  }

  private mutating func writeReleases() {
    for release in decision.releases {
      page.line(
        [TextWord(release.bucket.words)]
          + [TextWord(moneyText(release.amount)), TextWord("released by:", .dim)]
          + TextWord.untrusted(release.conditions.joined(separator: "; ")), indent: 2)
    }
  }

  private mutating func writeCarriedForward() {
    for (index, amount) in decision.settled.carriedForward.sorted(by: { $0.key < $1.key }) {
      page.line(
        [TextWord("carried forward"), TextWord(moneyText(amount)), TextWord("·", .dim)]
          + ruleWords(of: decision.findings[index]), indent: 2)
    }
  }

  private mutating func writeNotices() {
    for finding in decision.findings {
      for effect in finding.effects where effect.verb.tellsAPerson && !effect.isProvisional {
        writeNotice(effect, of: finding)
      }
    }
  }

  private mutating func writeNotice(_ effect: Effect, of finding: Finding) {
    var words = TextWord.words(of: effect.verb.words, .bold)
    if let object = effect.object { words += TextWord.untrusted(object) }
    if let ground = effect.ground { words += TextWord.untrusted("as \(ground)") }
    if let amount = effect.amount?.amount { words.append(TextWord(moneyText(amount))) }
    if let deadline = effect.deadline { words.append(TextWord("by \(deadline.dateWords)")) }
    words += [TextWord("·", .dim)] + ruleWords(of: finding)
    page.line(words, indent: 2)
  }

  private func ruleWords(of finding: Finding) -> [TextWord] {
    let section = finding.rule.section.map { " §\($0)" } ?? ""
    let subject = contract.findingName(of: finding.subject)
    return TextWord.untrusted("\(subject) \(finding.rule.rule)\(section)", .dim)
  }
}

/// Money of one bucket that the same conditions release.
struct Release {
  let bucket: Bucket
  let conditions: [String]
  let amount: Amount
}

extension ContractDecision {
  /// What is held, put together by what releases it, in the order of the movements.
  var releases: [Release] {
    struct Key: Hashable {
      let bucket: Bucket
      let conditions: [String]
    }
    var keys: [Key] = []
    var sums: [Key: AmountSum] = [:]
    for movement in settled.movements where movement.bucket.isHeld && !movement.amount.isZero {
      let conditions = conditions(releasing: movement)
      guard !conditions.isEmpty else { continue }
      let key = Key(bucket: movement.bucket, conditions: conditions)
      if sums[key] == nil { keys.append(key) }
      sums[key, default: AmountSum()].add(movement.amount)
    }
    return keys.map { key in
      Release(
        bucket: key.bucket, conditions: key.conditions,
        amount: sums[key, default: AmountSum()].total)
    }
  }

  /// Returns what releases an amount: all that holds it has to end.
  private func conditions(releasing movement: Movement) -> [String] {
    guard let finding = movement.finding else {
      return movement.reason.map { [$0.words] } ?? []
    }
    return ([finding] + movement.alsoCited).flatMap { findings[$0].releasedBy }.withoutRepetition
  }
}

extension EffectVerb {
  /// The verb in words.
  fileprivate var words: String {
    switch self {
    case .refer: "refer to"
    case .suspend, .reject, .withhold, .defer, .dispute, .retain, .release, .recover, .deduct,
      .setOff, .pay, .owe, .notify, .report, .excuse:
      rawValue
    }
  }

  /// Whether it asks a person to do something, beside what it does to the payment.
  fileprivate var tellsAPerson: Bool { !takesMoney && self != .excuse }
}
