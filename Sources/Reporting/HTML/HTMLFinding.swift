internal import ContractModel
internal import SourceText

extension HTMLContract {
  func id(ofFinding index: Int) -> String { "\(id)-f\(index + 1)" }

  /// Every finding that is not met, with all that it rests on.
  var findings: Markup? {
    var shown: [SourceRange: Int] = [:]
    let findings = findingsInOrder.filter { !decision.findings[$0].verdict.isUnremarkable }
      .map { index -> Markup in
        let text = decision.findings[index].rule.text
        defer { shown[text] = shown[text] ?? index }
        return finding(index, textShownAt: shown[text])
      }
    guard !findings.isEmpty else {
      return part(
        "findings", "Findings", "<p>Nothing stands against what the contract asks for.</p>\n")
    }
    return part("findings", "Findings", "\(findings)")
  }

  /// The findings that are met, or do not apply: that they are, and on what they rest.
  var metFindings: Markup? {
    let indices = findingsInOrder.filter { decision.findings[$0].verdict.isUnremarkable }
    guard !indices.isEmpty else { return nil }
    let columns: [Markup.Column] = [
      .text("Rule"), .text("Result"), .text("What was found"), .text("Records"),
    ]
    let rows = indices.map { index -> Markup in
      let finding = decision.findings[index]
      return """
        <tr id="\(id(ofFinding: index))"><th scope="row"><bdi>\(finding.rule.rule)</bdi>\
        <small><bdi>\(contract.path(of: finding.subject))</bdi>\(finding.rule.sectionSuffix)</small></th>\
        \(columns[1].cell("\(.badge(finding.verdict))\(knownBadge(index))"))\
        \(columns[2].cell("\(finding.message)"))\
        \(columns[3].cell(records(of: finding) ?? "<span class=\"none\">none</span>"))</tr>

        """
    }
    return part(
      "met", "Requirements met",
      .table("Rules that are met, or do not apply", columns, rows, style: "stack met"))
  }

  /// By the part that a reader looks them up under.
  private var findingsInOrder: [Int] {
    let sections = ReportSections(decision)
    return ([.contract] + contract.reportedParts).flatMap { sections[$0] }
  }

  private func finding(_ index: Int, textShownAt earlier: Int?) -> Markup {
    let finding = decision.findings[index]
    let name = id(ofFinding: index)
    let section: Markup? = finding.rule.section.map { "<p class=\"section\">§\($0)</p>\n" }
    let documentation: Markup? = finding.documentation.map {
      "<p class=\"about\">\($0.onOneLine)</p>\n"
    }
    return """
      <article class="finding \(Tone(finding.verdict.mark.ink).rawValue)" id="\(name)" aria-labelledby="\(name)-head">
      <div class="finding-head">
      <h4 id="\(name)-head">\(.badge(finding.verdict))\(knownBadge(index)) \
      <bdi>\(contract.path(of: finding.subject))</bdi> <span class="rule"><bdi>\(finding.rule.rule)</bdi></span></h4>
      \(section)</div>
      <p class="message">\(finding.message)</p>
      \(documentation)\(evidence(of: finding, index))\(ruleText(of: finding, shownAt: earlier))</article>

      """
  }

  private func knownBadge(_ index: Int) -> Markup? {
    reported.isKnown(index)
      ? " <span class=\"badge quiet\">known: the earlier report had it</span>" : nil
  }

  private func evidence(of finding: Finding, _ index: Int) -> Markup? {
    let values = finding.values.map { value -> Markup in
      "<span class=\"value\"><bdi>\(value.name)</bdi> <b><bdi>\(value.text)</bdi></b></span>"
    }
    let missing = contract.missingTexts(of: finding)
    let isUndecided = finding.verdict.outcome == .undecided
    let rows = [
      fact("Money", moves(of: index)),
      fact("Values", values.isEmpty ? nil : values.joined(separator: " ")),
      fact("Missing", missing.isEmpty ? nil : list(missing)),
      fact(isUndecided ? "Undecided" : "Defeated by", finding.defeatedBy.map(defeat)),
      fact("Released by", finding.releases.isEmpty ? nil : list(finding.releases)),
      fact("Records", records(of: finding)),
      fact("Clause", "<bdi>\(finding.rule.clause)</bdi>"),
    ].compactMap(\.self)
    return "<dl class=\"evidence\">\n\(rows)</dl>\n"
  }

  private func fact(_ name: String, _ content: Markup?) -> Markup? {
    content.map { "<div><dt>\(name)</dt><dd>\($0)</dd></div>\n" }
  }

  private func list(_ items: [String]) -> Markup {
    items.map { item -> Markup in "<bdi>\(item)</bdi>" }.joined(separator: "<br>")
  }

  /// What moved on account of a finding, by bucket.
  private func moves(of index: Int) -> Markup? {
    let sums = moved[index].map { moved -> Markup in
      let amount = money(moved.amount, isStarred: moved.isIllustrative)
      return """
        <span class="\(moved.bucket.tone.rawValue)">\(moved.bucket.words)</span> \(amount)
        """
    }
    return sums.isEmpty ? nil : sums.joined(separator: "<br>")
  }

  private func records(of finding: Finding) -> Markup? {
    let records = finding.sortedRecords
    guard !records.isEmpty else { return nil }
    return Dictionary(grouping: records, by: \.file).sorted { $0.key < $1.key }
      .map { file, records -> Markup in
        let lines = records.map { String($0.line) }.joined(separator: ", ")
        return "<span class=\"place\">\(files[file].path):\(lines)</span>"
      }.joined(separator: "<br>")
  }

  private func defeat(_ citation: Citation) -> Markup {
    "<bdi>\(citation.rule)</bdi>\(citation.sectionSuffix), \(place(of: citation.range))"
  }

  /// The rule as it is written, once for each contract, and the exception that defeated it.
  private func ruleText(of finding: Finding, shownAt earlier: Int?) -> Markup {
    let rule: Markup
    if let earlier {
      let name = "\(contract.path(of: decision.findings[earlier].subject)) \(finding.rule.rule)"
      rule = """
        <p class="place">The text of the rule stands at \
        <a href="#\(id(ofFinding: earlier))"><bdi>\(name)</bdi></a>.</p>

        """
    } else {
      rule = source(of: finding.rule)
    }
    return "\(rule)\(finding.defeatedBy.map(source))"
  }

  private func source(of citation: Citation) -> Markup {
    let lines = files.lines(of: citation.text).map { line -> Markup in "\(line)" }
    return """
      <div class="source">
      <p class="place">\(files.placeText(of: citation.range))</p>
      <pre><code>\(lines.joined(separator: "\n"))</code></pre>
      </div>

      """
  }
}
