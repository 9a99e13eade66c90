/// Contracts of very many parts of one sort, for what they cost as they grow.
enum PartsWorkload: String, CaseIterable {
  case milestones = "milestones, one after the other"
  case versions = "versions of one invoice"
  case amendments = "amendments of one milestone"
  case heldLines = "held lines, explained"

  static let sizes = [1_000, 4_000]
  static let runs = 3

  private static let names = ["parts.rules", "parts.contract"]

  var command: String { self == .heldLines ? "explain" : "check" }

  /// Writes rules and a contract of so many parts into a new temporary folder and returns its path.
  func written(count: Int) -> String? {
    let texts = [Self.rules, contract(count: count)]
    return Workload.newFolder(with: zip(Self.names, texts).map { ($0, $1) })
  }

  static func remove(_ folder: String) { Workload.remove(folder, with: names) }

  private static let rules = """
    clause small-lines "Lines of no more than five hundred, milestones that have a price" {
      cites "1"
      rule small for each line {
        require amount is at most USD 500
        otherwise withhold amount until met
      }
      rule priced for each milestone {
        require amount is at least USD 1
        otherwise withhold amount until met
      }
    }

    """

  private func contract(count: Int) -> String {
    let parts = (0..<count).map { number in
      switch self {
      case .milestones:
        Self.milestone(number, after: number > 0 ? "after milestone-\(number - 1)" : "")
      case .versions: Self.version(number)
      case .amendments: Self.amendment(number)
      case .heldLines: Self.milestone(number)
      }
    }
    let invoice =
      switch self {
      case .milestones: Self.invoice(lines: count, of: 400)
      case .versions: ""
      case .amendments: Self.invoice(lines: 1, of: 400)
      case .heldLines: Self.invoice(lines: count, of: 600)
      }
    let first = self == .versions || self == .amendments ? Self.milestone(0) : ""
    return """
      contract parts "Many parts" {
        party buyer    "Buyer"
        party supplier "Supplier"
        incorporates small-lines
      \(first)\(parts.joined())\(invoice)}

      """
  }

  private static func milestone(_ number: Int, after: String = "") -> String {
    """
      milestone milestone-\(number) {
        due    2014-01-31
        amount USD 1,000
        \(after)
      }

    """
  }

  private static func invoice(lines: Int, of amount: Int) -> String {
    "  invoice first {\n    received 2014-02-01\n"
      + (0..<lines).map { line($0, of: amount) }.joined() + "  }\n"
  }

  private static func line(_ number: Int, of amount: Int) -> String {
    """
        line line-\(number) {
          for    milestone milestone-\(number)
          amount USD \(amount)
        }

    """
  }

  private static func version(_ number: Int) -> String {
    """
      invoice version-\(number) {
        \(number > 0 ? "replaces version-\(number - 1)" : "")
        received \(day(number))
        number   "1"
    \(line(0, of: 400))  }

    """
  }

  private static func amendment(_ number: Int) -> String {
    """
      amendment amendment-\(number) {
        effective \(day(number))
        approved  "Buyer"
        because   "later"
        milestone milestone-0 {
          due 2014-01-31
        }
      }

    """
  }

  /// Every day of the first 28 of each month has a number, from the year 2000 on.
  private static func day(_ number: Int) -> String {
    let (month, day) = (number / 28 % 12 + 1, number % 28 + 1)
    return "\(2000 + number / 336)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }
}
