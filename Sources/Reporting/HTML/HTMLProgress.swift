internal import ContractModel

extension HTMLContract {
  /// What was claimed to be finished beside what was verified, of every finding that tells both.
  var progress: Markup? {
    let pairs = decision.findings.flatMap { finding in
      ProgressPair.pairs(in: finding.values).map { (finding: finding, pair: $0) }
    }
    guard !pairs.isEmpty else { return nil }
    let words = pairs.map { finding, pair in
      "\(contract.path(of: finding.subject)): \(pair.sentence)"
    }
    let height = pairs.count * ProgressPair.rowHeight
    return part(
      "progress", "Claimed and verified progress",
      """
      <div class="split">
      <figure>
      <svg class="chart progress" role="img" aria-labelledby="\(id)-done \(id)-done-words" height="\(height)">
      <title id="\(id)-done">Claimed and verified progress of \(contract.title)</title>
      <desc id="\(id)-done-words">\(words.joined(separator: "; "))</desc>
      \(pairs.enumerated().map { drawing($1.pair, top: $0 * ProgressPair.rowHeight) })</svg>
      </figure>
      \(table(pairs))</div>

      """)
  }

  private func drawing(_ pair: ProgressPair, top: Int) -> Markup {
    let (claimed, verified) = (pair.claimed.end, pair.verified.end)
    // Between the two lies what was claimed and not verified.
    let gap: Markup? =
      verified < claimed
      ? """
      <rect class="gap" x="\(verified.percent)" y="\(top + 44)" \
      width="\(ChartPosition(parts: claimed.parts - verified.parts).percent)" height="16"/>
      <line class="connector" x1="\(claimed.percent)" x2="\(claimed.percent)" y1="\(top + 28)" y2="\(top + 44)"/>

      """ : nil
    return """
      \(bar(pair.claimed, .doubt, top: top))\(bar(pair.verified, .good, top: top + 32))\(gap)
      """
  }

  private func bar(_ value: ProgressPair.Value, _ tone: Tone, top: Int) -> Markup {
    """
    <text class="label" x="0" y="\(top + 25)">\(value.name)</text>
    <rect class="\(tone.rawValue)" x="0" y="\(top + 12)" width="\(value.end.percent)" height="16"/>
    <text class="value" x="\(value.end.percent)" y="\(top + 25)">\(value.text)</text>

    """
  }

  private func table(_ pairs: [(finding: Finding, pair: ProgressPair)]) -> Markup {
    let columns: [Markup.Column] = [
      .text("Part"), .figures("Claimed"), .figures("Verified"), .figures("Gap"),
    ]
    let rows = pairs.map { finding, pair -> Markup in
      """
      <tr><th scope="row"><bdi>\(contract.path(of: finding.subject))</bdi>\
      <small><bdi>\(finding.rule.rule)</bdi></small></th>\
      \(columns[1].cell("\(pair.claimed.text)"))\(columns[2].cell("\(pair.verified.text)"))\
      \(columns[3].cell("\(pair.gap)"))</tr>

      """
    }
    return .table("What the supplier claimed, and what was verified", columns, rows)
  }
}
