/// Everything that was measured, as one page of Markdown.
struct ResultsPage {
  let machine: [String]
  let peers: Peers
  let one: OneContract
  let oneRuns: Int
  let rounds: Int
  let sized: [(workload: SizedWorkload, outcome: SizedWorkload.Outcome)]

  var text: String {
    let sections = [
      ["# Measured at size", "", Self.introduction],
      ["", "## The machine", ""] + machine.map { "- \($0)" },
      ["", "## Goals", "", "| what | goal | reached | |", "|---|---|---|---|"] + goals.map(\.row),
      ["", "## One contract, launch to exit (W1)", "", "\(oneRuns) runs of each; medians.", ""],
      one.table, one.notes.map { "\n\($0)" },
      [
        "", "## At size (W2, W3)", "",
        "Medians of \(rounds) runs, or the one run of the check where that took over 12 s.", "",
      ],
      table, ["", "## What all came to", ""], answers, ["", "## Left out", ""], leftOut,
    ]
    return sections.joined().joined(separator: "\n") + "\n"
  }

  private static let introduction = """
    Written by `benchmarks at-size`; how to run it is in the [README](../../README.md#one-static-file).

    Each program is a whole process, from launch to exit, and all take turns, so that a slow minute falls on all alike. CPU
    is user and system time of all its threads; a peak is of resident memory. The files are generated, the same for the
    same size, and in the page cache. Before anything is timed, every program must have come to the same totals. No peak is
    below that of `/bin/true`: the system counts what this program held when it started another.

    Of a portfolio, the peers print four totals and nothing of any contract; holdback writes what to pay of each, with
    `--quiet`, or every finding with its reason. Of the evidence, holdback writes a CSV row for every finding.
    """

  private var table: [String] {
    let head = [
      "workload", "program", "CPU s, N", "CPU s, 10 N", "growth", "µs CPU each", "× ours, CPU",
      "wall s, 10 N", "peak MiB, N", "peak MiB, 10 N",
    ]
    return [
      "| \(head.joined(separator: " | ")) |", "|" + String(repeating: "---|", count: head.count),
    ]
      + sized.flatMap { workload, outcome in
        outcome.rows.compactMap { row(of: $0, in: workload, ours: outcome.rows[0]) }
      }
  }

  private func row(
    of row: SizedWorkload.Row, in workload: SizedWorkload, ours: SizedWorkload.Row
  ) -> String? {
    guard let last = row.large ?? row.small else { return nil }
    let size = row.large == nil ? workload.size : workload.size * 10
    let ofOurs = row.large == nil ? ours.small : ours.large
    let columns = [
      "\(workload.name), N = \(grouped(workload.size))", row.name,
      seconds(row.small?.processor), seconds(row.large?.processor),
      workload.growth(of: row).map { decimal($0, over: 1_000, places: 1) } ?? "–",
      decimal(last.processor, over: size * 1_000, places: 2),
      ofOurs.map { decimal(last.processor, over: $0.processor, places: 2) } ?? "–",
      seconds(row.large?.wall), mebibytes(row.small), mebibytes(row.large),
    ]
    return "| \(columns.joined(separator: " | ")) |"
  }

  private func seconds(_ nanoseconds: Int?) -> String {
    nanoseconds.map { decimal($0, over: 1_000_000_000, places: 3) } ?? "–"
  }

  private func mebibytes(_ run: Measurement?) -> String {
    run.map { decimal($0.peakKilobytes, over: 1_024, places: 1) } ?? "–"
  }

  private var answers: [String] {
    sized.flatMap { workload, outcome in
      outcome.agreed.map { "- \(workload.name), \($0)" }
    }
  }

  private var leftOut: [String] {
    let notes = sized.flatMap { workload, outcome in
      outcome.leftOut.map { "- \(workload.name): \($0)" }
    }
    let lines = peers.absent.map { "- \($0) was not there: `peers.sh` sets it up" } + notes
    return lines.isEmpty ? ["Nothing."] : lines
  }
}
