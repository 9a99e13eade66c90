#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Many contracts of the size of `Workload`, for what each format of a report adds to deciding them.
enum ReportWorkload {
  static let size = 2_000
  static let runs = 3

  /// Every format of the report, by name.
  static let formats = [
    "text", "json", "junit", "sarif", "tap", "ctrf", "github", "gitlab", "azure", "markdown",
    "html", "csv", "attestation",
  ]

  /// Writes rules, contracts and their records into a new temporary folder and returns its path.
  static func written() -> String? {
    guard let folder = Workload.newFolder() else { return nil }
    guard Workload.write(Workload.rules, to: "\(folder)/workload.rules") else { return nil }
    for number in 0..<size {
      let place = "\(folder)/\(name(number))"
      guard unsafe mkdir(place, 0o700) == 0,
        Workload.write(Workload.contract(named: name(number)), to: "\(place)/one.contract"),
        Workload.write(Workload.records, to: "\(place)/status.ndjson")
      else { return nil }
    }
    return folder
  }

  static func remove(_ folder: String) {
    for number in 0..<size {
      let place = "\(folder)/\(name(number))"
      for file in ["one.contract", "status.ndjson"] { unsafe unlink("\(place)/\(file)") }
      unsafe rmdir(place)
    }
    unsafe unlink("\(folder)/workload.rules")
    unsafe rmdir(folder)
  }

  private static func name(_ number: Int) -> String {
    let digits = String(number)
    return "c" + String(repeating: "0", count: 5 - digits.utf8.count) + digits
  }
}
