internal import ContractModel

extension Finding {
  /// What ends the holds of this finding, any one of each, each once.
  var releasedBy: [String] { effects.flatMap(\.releasedBy).withoutRepetition }

  /// The same as words: what ends each of its holds.
  var releases: [String] { effects.compactMap(\.release).withoutRepetition }

  /// The records it rests on, each once, in order.
  var sortedRecords: [RecordReference] { Set(records).sorted() }

  /// What stands before the exception or waiver that lifts the rule, or that could not be decided.
  var defeatWord: String { verdict.outcome == .undecided ? "undecided" : "by" }
}

extension Effect {
  /// What ends it, as words: `latest-review is supported, or charge-settled`.
  var release: String? { releasedBy.isEmpty ? nil : releasedBy.joined(separator: ", or ") }
}

extension [String] {
  /// What ends money's hold where each of several things has to.
  var releasedByAll: String { joined(separator: "; and ") }
}

extension Citation {
  /// The section as it follows a name: ` §5.2`; nothing where none is cited.
  var sectionSuffix: String { section.map { " §\($0)" } ?? "" }
}

extension Contract {
  /// What would help to settle a finding: `capability.state of launch.accounts`, or a day that a
  /// calendar lacks.
  func missingTexts(of finding: Finding) -> [String] {
    finding.missing.sorted().map { missing in
      if let day = missing.uncoveredDay {
        return missing.kind.isEmpty
          ? "a calendar for \(day.text)" : "\(day.text) in calendar \(missing.kind)"
      }
      let field = missing.field.map { ".\($0)" } ?? ""
      return "\(missing.kind)\(field) of \(path(of: missing.subject))"
    }
  }

  /// The waiver by which a rule is not held against the supplier.
  func waiver(of finding: Finding) -> Waiver? {
    guard finding.verdict == .waived, let defeat = finding.defeatedBy else { return nil }
    return waivers.first { $0.range == defeat.range }
  }
}

extension Waiver {
  /// What is waived, until when, by whom and why.
  var sentence: String {
    let mark = isIllustrative ? " (illustrative)" : ""
    return "waiver '\(name)' of '\(rule)'\(mark) from \(from.text) through \(through.text), "
      + "approved by \(approvedBy): \(reason)"
  }
}

extension ContractDecision {
  /// The waivers on file, each with whether a rule would have failed without it.
  var reportedWaivers: [(waiver: Waiver, isUsed: Bool)] {
    let used = Set(findings.filter { $0.verdict == .waived }.compactMap { $0.defeatedBy?.range })
    return contract.waivers.map { ($0, used.contains($0.range)) }
  }
}

extension Array where Element: Hashable {
  /// The elements in order, each only where it stands first.
  var withoutRepetition: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

extension String {
  /// The text of a comment, whose lines end where its writer's page did.
  var onOneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }
}

extension ContractDecision {
  /// The days by which rules want each part paid, found once for all of them.
  var payDays: [SubjectID: [Interval]] {
    var days: [SubjectID: [Interval]] = [:]
    for finding in findings {
      for effect in tellingEffects(of: finding) where effect.verb == .pay {
        if let day = effect.deadline { days[finding.subject, default: []].append(day) }
      }
    }
    return days
  }

  /// What of a finding a person is to do or to know: by no day is paid what was paid before.
  func tellingEffects(of finding: Finding) -> [Effect] {
    let paid = settled.paidToDate[finding.subject]
    let isPaid = paid.map { $0.now.isZero && !$0.before.isZero } ?? false
    return finding.certainEffects.filter {
      $0.verb.tellsAPerson && !(isPaid && $0.verb == .pay)
    }
  }
}
