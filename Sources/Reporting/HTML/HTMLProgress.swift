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
    """
    <text class="label" x="0" y="\(top + 25)">\(pair.claimed.name)</text>
    <rect class="doubt" x="0" y="\(top + 12)" width="\(pair.claimed.share.percent)" height="16"/>
    <text class="value" x="\(pair.claimed.share.percent)" y="\(top + 25)">\(pair.claimed.text)</text>
    <text class="label" x="0" y="\(top + 57)">\(pair.verified.name)</text>
    <rect class="good" x="0" y="\(top + 44)" width="\(pair.verified.share.percent)" height="16"/>
    <text class="value" x="\(pair.verified.share.percent)" y="\(top + 57)">\(pair.verified.text)</text>

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
    return """
      <table class="stack">
      \(.tableHead("What the supplier claimed, and what was verified", columns))<tbody>
      \(rows)</tbody>
      </table>

      """
  }
}
