#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Libraries of many rules, for what lint costs as they grow.
enum LintWorkload {
  static let sizes = [1_000, 10_000]
  static let runs = 5

  private static let rulesOfClause = 20

  /// Writes a library of so many rules into a new temporary folder and returns the file's path.
  static func written(ruleCount: Int) -> String? {
    guard let folder = Workload.newFolder() else { return nil }
    let path = "\(folder)/many.rules"
    return Workload.write(library(ruleCount: ruleCount), to: path) ? path : nil
  }

  static func remove(_ path: String) {
    unsafe unlink(path)
    unsafe rmdir(String(path.dropLast("/many.rules".count)))
  }

  private static func library(ruleCount: Int) -> String {
    let records = """
      evidence check plural checks asserted by verifier {
        about milestone
        dated date
        result passed or failed
      }

      """
    return records
      + (0..<ruleCount / rulesOfClause).map { clause(named: "clause-\($0)") }.joined()
  }

  private static func clause(named name: String) -> String {
    let rules = (1...rulesOfClause).map { number in
      """
        rule rule-\(number) for each milestone {
          when late is more than \(number) calendar days and tried is at least \(number) checks
          require passing is at least \(60 + number)% and tried is at most \(100 + number) checks
          otherwise report report-\(number) showing late
        }

      """
    }
    return """
      clause \(name) "Many rules" {
        cites "1"
        tried   means number of checks
        passing means share of checks where result is passed
        done    means earliest dated of checks where result is passed, or as-of while none
        late    means calendar days after due through done
      \(rules.joined())}

      """
  }
}
