internal import ContractModel

extension HTMLContract {
  /// What ends each hold.
  var releases: Markup? {
    let releases = decision.releases
    let suspensions = decision.endsOfSuspension
    let columns: [Markup.Column] = [.text("Held"), .figures("Amount"), .text("Released by")]
    var rows = releases.map { release -> Markup in
      row(
        release.bucket.words, release.bucket.tone,
        money(release.amount, isStarred: release.isIllustrative), release.conditions, columns)
    }
    if let blocked = settled.blocked, !suspensions.isEmpty {
      rows.append(row("blocked", .bad, money(blocked), suspensions, columns))
    }
    guard !rows.isEmpty else { return nil }
    return part(
      "releases", "What releases what is held",
      .table("Each amount that is held, with all that has to happen first", columns, rows))
  }

  private func row(
    _ words: String, _ tone: Tone, _ amount: Markup, _ conditions: [String],
    _ columns: [Markup.Column]
  ) -> Markup {
    let list = conditions.map { condition -> Markup in "<bdi>\(condition)</bdi>" }
    return """
      <tr><th scope="row" class="\(tone.rawValue)">\(words)</th>\(columns[1].cell(amount))\
      \(columns[2].cell(list.joined(separator: "<br>")))</tr>

      """
  }

  /// What a person is to be told or does, and what is carried forward.
  var consequences: Markup? {
    let columns: [Markup.Column] = [
      .text("What"), .figures("Amount"), .text("By"), .text("Because of"),
    ]
    let notices = decision.findings.enumerated().flatMap { index, finding in
      decision.tellingEffects(of: finding).map { effect -> Markup in
        let words = [effect.verb.words, effect.object].compactMap(\.self).joined(separator: " ")
        let ground = effect.ground.map { " \(effect.verb == .notify ? "of" : "as") \($0)" } ?? ""
        return row(
          words + ground, effect.amount?.amount.map { money($0) }, effect.deadline?.dateWords,
          because: index, columns)
      }
    }
    let carried = settled.carriedForward.sorted { $0.key < $1.key }.map { index, amount in
      row("carried forward", money(amount), nil, because: index, columns)
    }
    let rows = notices + carried
    guard !rows.isEmpty else { return nil }
    return part(
      "consequences", "What else follows",
      .table("What a person is to do, is owed or is told", columns, rows))
  }

  private func row(
    _ words: String, _ amount: Markup?, _ deadline: String?, because index: Int,
    _ columns: [Markup.Column]
  ) -> Markup {
    let finding = decision.findings[index]
    return """
      <tr><th scope="row"><bdi>\(words)</bdi></th>\(columns[1].cell(amount))\
      \(columns[2].cell(deadline.map { "\($0)" }))\
      \(columns[3].cell("""
        <a href="#\(id(ofFinding: index))"><bdi>\(contract.findingName(of: finding.subject) + " " + finding.rule.rule)</bdi></a>\(finding.rule.sectionSuffix)
        """))</tr>

      """
  }

  /// The waivers on file, whether or not each made a difference.
  var waivers: Markup? {
    let waivers = decision.reportedWaivers
    guard !waivers.isEmpty else { return nil }
    let columns: [Markup.Column] = [
      .text("Waiver"), .text("Rule and part"), .text("Days"), .text("Approved by"), .text("Reason"),
      .text("Used"),
    ]
    let rows = waivers.map { waiver, isUsed -> Markup in
      """
      <tr><th scope="row"><bdi>\(waiver.name)</bdi></th>\
      \(columns[1].cell("<bdi>\(waiver.rule)</bdi><br><bdi>\(contract.path(of: waiver.subject))</bdi>"))\
      \(columns[2].cell("\(waiver.from.text) to \(waiver.through.text)"))\
      \(columns[3].cell("<bdi>\(waiver.approvedBy)</bdi>\(waiver.isIllustrative ? " (illustrative)" : "")"))\
      \(columns[4].cell("<bdi>\(waiver.reason)</bdi>"))\
      \(columns[5].cell("\(isUsed ? "yes: a rule would have failed" : "no")"))</tr>

      """
    }
    return part(
      "waivers", "Waivers",
      .table("Waivers on file", columns, rows))
  }
}
