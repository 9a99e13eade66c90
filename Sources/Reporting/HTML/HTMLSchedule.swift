internal import ContractModel

extension HTMLContract {
  /// The milestones against their due dates: drawn, and in tables.
  var schedule: Markup? {
    let chart = TimelineChart(contract, asOf: asOf)
    let milestones = milestones
    guard !chart.lanes.isEmpty else { return part("schedule", "Milestones and dates", milestones) }
    return part(
      "schedule", "Milestones and dates", "\(drawing(chart))\(milestones)\(chronology(chart))")
  }

  private var milestones: Markup? {
    let milestones = contract.subjects(of: .milestone)
    guard !milestones.isEmpty else { return nil }
    let columns: [Markup.Column] = [
      .text("Milestone"), .text("Due"), .text("Decision"), .figures("Invoiced"),
      .figures("Goes to"),
    ]
    let rows = milestones.map { milestone -> Markup in
      let title: Markup? = contract[milestone].title.map { "<small><bdi>\($0)</bdi></small>" }
      return """
        <tr><th scope="row"><bdi>\(contract[milestone].name)</bdi>\(title)</th>\
        \(columns[1].cell(due(milestone)))\
        \(columns[2].cell(.badge(settled.decisions[milestone] ?? .undecided)))\
        \(columns[3].cell(invoiced(for: milestone)))\
        \(columns[4].cell(destinations(of: milestone)))</tr>

        """
    }
    return .table("When each milestone is due, and what becomes of its money", columns, rows)
  }

  /// The due date in force, and those that amendments moved.
  private func due(_ milestone: SubjectID) -> Markup {
    let earlier = contract[milestone].duesInForce.dropLast().map { due -> Markup in
      let since = due.since.map { "from \($0.text)" } ?? "at first"
      return "<small>\(since): <s>\(due.due.dateWords)</s></small>"
    }
    guard case .quantity(let date)? = contract[milestone].fields[.due] else {
      return "<span class=\"none\">no due date</span>"
    }
    return "<span class=\"day\">\(date.dateWords)</span>\(earlier)"
  }

  private func drawing(_ chart: TimelineChart) -> Markup {
    let lanes = chart.lanes.prefix(TimelineChart.drawnLanes)
    let height = lanes.count * TimelineChart.rowHeight + TimelineChart.axisHeight
    let hidden = chart.lanes.count - lanes.count
    let more: Markup? = hidden > 0 ? " \(hidden) more are only in the tables." : nil
    return """
      <figure>
      <svg class="chart timeline" role="img" aria-labelledby="\(id)-time \(id)-time-words" height="\(height)">
      <title id="\(id)-time">Dates of \(contract.title)</title>
      <desc id="\(id)-time-words">\(lanes.map(\.sentence).joined(separator: "; ")); as of \(asOf.text)</desc>
      \(chart.ticks.map { tick($0, height) })\
      \(lanes.enumerated().map { lane($1, top: $0 * TimelineChart.rowHeight + TimelineChart.axisHeight) })\
      <line class="now" x1="\(chart.now.percent)" x2="\(chart.now.percent)" y1="14" y2="\(height)"/>
      <text class="now\(chart.now.isLate ? " end" : "")" x="\(chart.now.percent)" y="10">as of \(asOf.text)</text>
      </svg>
      </figure>
      <p class="fine legend">A dot is a day, a bar a day known only within bounds; a hollow one is a due date that \
      an amendment moved.\(more)</p>

      """
  }

  private func tick(_ tick: TimelineChart.Tick, _ height: Int) -> Markup {
    """
    <line class="grid" x1="\(tick.at.percent)" x2="\(tick.at.percent)" y1="20" y2="\(height)"/>
    <text class="tick" x="\(tick.at.percent)" y="30">\(tick.words)</text>

    """
  }

  private func lane(_ lane: TimelineChart.Lane, top: Int) -> Markup {
    """
    <text class="label" x="0" y="\(top + 25)">\(lane.label)</text>
    <line class="track" x1="0" x2="100%" y1="\(top + 20)" y2="\(top + 20)"/>
    \(lane.marks.map { mark($0, top: top) })
    """
  }

  private func mark(_ mark: TimelineChart.Mark, top: Int) -> Markup {
    let tone = mark.tone.rawValue
    let isEarlier: Markup = mark.isEarlier ? " earlier" : ""
    guard mark.start == mark.end else {
      return """
        <rect class="\(tone)\(isEarlier)" x="\(mark.start.percent)" y="\(top + 15)" \
        width="\(ChartPosition(parts: mark.end.parts - mark.start.parts).percent)" height="10"/>

        """
    }
    return """
      <circle class="\(tone)\(isEarlier)" cx="\(mark.start.percent)" cy="\(top + 20)" r="5.5"/>

      """
  }

  private func chronology(_ chart: TimelineChart) -> Markup {
    let columns: [Markup.Column] = [
      .text("Date"), .text("What"), .figures("Before the as-of date"),
    ]
    let rows = chart.lanes.flatMap(\.events).sorted().map { event -> Markup in
      """
      <tr><th scope="row">\(event.date.dateWords)</th>\(columns[1].cell("<bdi>\(event.what)</bdi>"))\
      \(columns[2].cell("\(event.distance(to: asOf))"))</tr>

      """
    }
    return .table("The dates as they come", columns, rows, style: "stack dates")
  }
}
