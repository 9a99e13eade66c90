internal import ContractModel
internal import SourceText

extension ExplanationText {
  /// How deep values are traced to what they were worked out from, unless all is asked for.
  private static let depth = 2

  /// Writes one finding with the conditions that decided it; one that was written before is only named.
  mutating func writeFinding(_ place: Int) {
    let finding = explanation.decision.findings[place]
    var words = [finding.verdict.mark]
    words += TextWord.untrusted(contract.findingName(of: finding.subject))
    words += TextWord.untrusted(finding.rule.rule, .bold, gap: 2)
    words += TextWord.words(of: finding.verdict.words, finding.verdict.mark.ink, gap: 2)
    if let section = finding.rule.section { words += TextWord.section(section, gap: 2) }
    guard explained.insert(place).inserted else {
      return page.line(words + TextWord.words(of: "as above", .dim, gap: 2), indent: 4)
    }
    page.line(words, indent: 4)
    if let found = explanation.findings[place] {
      let rule = explanation.files.placeText(of: finding.rule.range)
      page.line(
        TextWord.untrusted("\"\(found.clause)\"") + [TextWord("·", .dim)]
          + TextWord.untrusted(rule, .dim), indent: 6)
      var told: Set<String> = []
      for condition in found.conditions where isShown(condition, of: finding) {
        told.formUnion(write(condition))
      }
      writeDefeat(of: finding)
      for effect in found.effects { write(effect, of: place, &told) }
    } else {
      page.line(TextWord.untrusted(finding.message), indent: 6)
    }
  }

  /// The conditions that decided the verdict; what might have changed it is shown too.
  private func isShown(_ condition: ExplainedCondition, of finding: Finding) -> Bool {
    if isVerbose { return true }
    switch condition.role {
    case .require:
      return finding.verdict == .met || condition.verdict != .met
    case .when: return finding.verdict == .notApplicable || finding.verdict == .met
    case .exception: return finding.verdict != .met && finding.verdict != .notApplicable
    case .release: return false
    }
  }

  private mutating func writeDefeat(of finding: Finding) {
    guard finding.verdict == .waived else { return }
    page.line(TextWord.untrusted(finding.message), indent: 6)
  }

  /// Writes what follows, the amount that it comes to, and the values of that which were not told yet.
  private mutating func write(
    _ effect: ExplainedEffect, of finding: Int, _ told: inout Set<String>
  ) {
    var words = [TextWord("so", .dim)] + TextWord.untrusted(effect.text)
    if let amount = effect.amount?.amount {
      let isStarred = explanation.decision.settled.movements.contains {
        ([$0.finding].compactMap(\.self) + $0.alsoCited).contains(finding)
          && illustrative.contains($0.line)
      }
      words.append(TextWord("= \(money(amount, isStarred: isStarred))", gap: 2))
      if let cap = effect.cap?.amount {
        words[words.count - 1] = words[words.count - 1].followed(by: ",")
        words += TextWord.words(of: "capped at \(money(cap, isStarred: isStarred))")
      }
    }
    page.line(words, indent: 6)
    for value in effect.values { write(value, depth: 1, &told) }
  }

  /// Writes a condition, and returns the names of the values that were told.
  private mutating func write(_ condition: ExplainedCondition) -> Set<String> {
    var words: [TextWord]
    switch condition.role {
    case .when: words = [TextWord("applies when", .dim)]
    case .require: words = [TextWord("requires", .dim)]
    case .release(let verb): words = [TextWord("\(verb.rawValue) ends when", .dim)]
    case .exception(let name):
      words = [TextWord("exception", .dim)] + TextWord.untrusted(name) + [TextWord("when", .dim)]
    }
    words += TextWord.untrusted(condition.text)
    words[words.count - 1] = words[words.count - 1].followed(by: ":")
    words += TextWord.words(of: condition.verdict.answer, condition.verdict.mark.ink)
    page.line(words, indent: 6)
    let isDetailed: Bool
    if case .exception = condition.role {
      isDetailed = isVerbose || condition.verdict != .failed
    } else {
      isDetailed = true
    }
    guard isDetailed else { return [] }
    var written: Set<String> = []
    for value in condition.values { write(value, depth: 1, &written) }
    return written
  }

  private mutating func write(_ value: ExplainedValue, depth: Int, _ written: inout Set<String>) {
    guard isVerbose || depth <= Self.depth, written.insert(value.name).inserted else { return }
    let indent = 6 + 2 * min(depth, 8)
    var words = TextWord.untrusted(value.name) + [TextWord("is", .dim)]
    words += TextWord.untrusted(value.text)
    if let definition = value.definition {
      words += [TextWord("=", .dim, gap: 2)] + TextWord.untrusted(definition, .dim)
    }
    page.line(words, indent: indent)
    writePlaces(of: value, indent: indent + 2)
    for missing in value.missing where value.text == "«missing»" || isVerbose {
      page.line(
        [TextWord("not on file:", .yellow)] + TextWord.untrusted(missing), indent: indent + 2)
    }
    for inner in value.values { write(inner, depth: depth + 1, &written) }
  }

  /// Where the records that a value rests on stand, and where it is stated itself if nothing defines it.
  private mutating func writePlaces(of value: ExplainedValue, indent: Int) {
    let named = isVerbose ? value.records[...] : value.records.prefix(ContractText.namedRecords)
    var places = named.map { TextWord.untrusted(explanation.files.placeText(of: $0), .dim) }
    if named.count < value.records.count {
      places.append([TextWord("\(value.records.count - named.count) more", .dim)])
    }
    if let range = value.range, value.definition == nil || isVerbose {
      places.append(TextWord.untrusted(explanation.files.placeText(of: range), .dim))
    }
    guard !places.isEmpty else { return }
    page.line(TextWord.separated(places), indent: indent, hanging: indent)
  }
}

extension Verdict {
  /// The verdict of a condition, as the answer to whether it holds.
  fileprivate var answer: String {
    switch self {
    case .met: "yes"
    case .failed: "no"
    case .unproven: "not known"
    case .contested: "contested"
    case .excused, .waived, .notDue, .notApplicable, .errored: words
    }
  }
}
