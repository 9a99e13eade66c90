#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// A workload at two sizes, one ten times the other, and who does it; the first is what the others are
/// compared with.
struct SizedWorkload {
  let name: String
  /// What it is made of, in the plural.
  let things: String
  let file: String
  /// A small size at which ours tells its findings too, then the two that are timed.
  let checkedSize: Int
  let size: Int
  let contenders: [Contender]
  /// Ours with everything in its report that the peers tell, to be compared at the small size.
  let fullest: Contender
  let write: (_ count: Int) -> Bool

  /// What one contender took: nothing where it was not given that size.
  struct Row {
    let name: String
    var small: Measurement?
    var large: Measurement?
  }

  struct Outcome {
    var rows: [Row]
    /// What all came to at each size.
    var agreed: [String] = []
    /// Who was left out, and why.
    var leftOut: [String] = []
  }

  /// Thousandths of how much more the processor takes at ten times the size.
  func growth(of row: Row) -> Int? {
    guard let small = row.small, let large = row.large else { return nil }
    return large.processor * 1_000 / max(small.processor, 1)
  }

  /// What took longer than this when its answer was looked at is not run again.
  private static let patience = 12_000_000_000

  /// Compares the answers, then times those that agree, `rounds` times each in turn.
  func measured(rounds: Int, printed: String) -> Outcome? {
    var outcome = Outcome(rows: contenders.map { Row(name: $0.name) })
    defer { unsafe unlink(file) }
    guard write(checkedSize) else { return nil }
    guard let (reference, _) = fullest.answer(into: printed) else { return nil }
    outcome.agreed.append("\(grouped(checkedSize)) \(things): `\(reference.line)`")
    var agreeing = agreed(with: reference, at: checkedSize, printed, &outcome.leftOut).map(\.place)
    for isLarge in [false, true] {
      let count = isLarge ? size * 10 : size
      guard write(count) else { return nil }
      announce("\(name): \(grouped(count)) \(things)")
      guard let (reference, _) = contenders[0].answer(into: printed) else { return nil }
      outcome.agreed.append("\(grouped(count)) \(things): `\(reference.line)`")
      let checked = agreed(with: reference, at: count, printed, &outcome.leftOut)
        .filter { agreeing.contains($0.place) }
      agreeing = checked.map(\.place)
      var runs = contenders.map { _ in [Measurement]() }
      for (place, first) in checked where first.wall >= Self.patience { runs[place] = [first] }
      for _ in 0..<rounds {
        for (place, first) in checked where first.wall < Self.patience {
          guard let run = contenders[place].command().run() else {
            outcome.leftOut.append(
              "\(contenders[place].name) did \(grouped(count)) once, not again")
            continue
          }
          runs[place].append(run)
        }
      }
      for (place, ofOne) in runs.enumerated() {
        let median = Measurement.median(of: ofOne)
        if isLarge {
          outcome.rows[place].large = median
        } else {
          outcome.rows[place].small = median
        }
      }
    }
    return outcome
  }

  /// The places of those that are given that size and come to the same, with what that took; the others
  /// are noted.
  private func agreed(
    with reference: Answer, at count: Int, _ printed: String, _ notes: inout [String]
  ) -> [(place: Int, first: Measurement)] {
    contenders.enumerated().compactMap { place, contender in
      guard count <= contender.most else {
        notes.append("\(contender.name) is not given \(grouped(count)) \(things)")
        return nil
      }
      guard let (answer, run) = contender.answer(into: printed) else {
        notes.append("\(contender.name) could not do \(grouped(count)) \(things)")
        return nil
      }
      guard answer.agrees(with: reference) else {
        notes.append(
          "\(contender.name) came to something else at \(grouped(count)) \(things) and is left out: "
            + "`\(answer.line)`")
        return nil
      }
      return (place, run)
    }
  }
}
