import ContractModel
import RuleChecking
import SourceText
import TestSupport
import Testing

/// What is said of versions of invoices and of the order of milestones is what looking at each with every
/// other says.
@Suite struct VersionLaws {
  @Test(arguments: 1...300)
  func anInvoiceHasTheNumberOfNoOther(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let count = 2 + Int.random(in: 0..<6, using: &random)
    let replaced = (0..<count).map { _ -> Int? in
      Bool.random(using: &random) ? Int.random(in: 0..<count, using: &random) : nil
    }
    let numbers = (0..<count).map { _ in Int.random(in: 1...2, using: &random) }
    let invoices = (0..<count).map { place in
      let replaces = replaced[place].map { "replaces i\($0)\n" } ?? ""
      return "invoice i\(place) {\n received 2013-11-\(10 + place)\n \(replaces) number "
        + "\"\(numbers[place])\"\n line l {\n amount USD 1\n }\n}"
    }
    let reading = ContractReading(Self.contract(invoices))

    // The second that replaces one is refused, and replaces none.
    var before: [Int: Int] = [:]
    for (place, other) in replaced.enumerated() {
      if let other, !before.values.contains(other) { before[place] = other }
    }
    func versions(of place: Int) -> Set<Int> {
      var (found, next): (Set<Int>, Int?) = ([], before[place])
      while let version = next, found.insert(version).inserted { next = before[version] }
      return found
    }
    let twice = (0..<count).filter { place in
      (0..<place).contains { other in
        numbers[other] == numbers[place] && !versions(of: place).contains(other)
          && !versions(of: other).contains(place)
      }
    }
    let said = reading.mistakes.filter { $0.id == .duplicateNumber }
    #expect(said.count == twice.count, "seed \(seed): \(invoices.joined(separator: "\n"))")
    let circles = (0..<count).contains { versions(of: $0).contains($0) }
    #expect(
      reading.mistakes.contains { $0.id == .replacementCycle } == circles,
      "seed \(seed): \(invoices.joined(separator: "\n"))")
  }

  @Test(arguments: 1...300)
  func noMilestoneComesAfterItself(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let count = 2 + Int.random(in: 0..<6, using: &random)
    let before = (0..<count).map { _ in
      (0..<count).filter { _ in Int.random(in: 0..<count, using: &random) == 0 }
    }
    let milestones = (0..<count).map { place in
      let after = before[place].map { "m\($0)" }.joined(separator: ", ")
      return "milestone m\(place) {\n amount USD 1\n \(after.isEmpty ? "" : "after \(after)")\n}"
    }
    let reading = ContractReading(Self.contract(milestones))

    func distance(_ start: Int) -> Int? {
      var (open, seen, steps) = (before[start], Set(before[start]), 1)
      while !open.isEmpty {
        if open.contains(start) { return steps }
        open = open.flatMap { before[$0] }.filter { seen.insert($0).inserted }
        steps += 1
      }
      return nil
    }
    var told: Set<String> = []
    for mistake in reading.mistakes where mistake.id == .predecessorCycle {
      // 'a' would come after itself: after 'b' after 'a'
      let way = mistake.message.split(separator: "'").filter { $0.hasPrefix("m") }.map(String.init)
      let places = way.compactMap { Int($0.dropFirst()) }
      let isWay = zip(places, places.dropFirst()).allSatisfy { before[$0].contains($1) }
      #expect(isWay && places.first == places.last, "seed \(seed): \(mistake.message)")
      #expect(distance(places[0]) == places.count - 1, "seed \(seed): \(mistake.message)")
      #expect(!told.contains(way[0]), "seed \(seed): \(mistake.message)")
      told.formUnion(way)
    }
    let circling = (0..<count).filter { distance($0) != nil }.map { "m\($0)" }
    #expect(
      told.isSubset(of: circling) && told.count == circling.count,
      "seed \(seed): \(milestones.joined(separator: "\n"))")
  }

  private static func contract(_ blocks: [String]) -> String {
    """
    contract c "C" {
      party buyer    "B"
      party supplier "S"
      \(blocks.joined(separator: "\n"))
    }
    """
  }
}
