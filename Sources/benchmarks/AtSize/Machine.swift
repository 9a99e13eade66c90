#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// What the figures were measured on: said beside them, as they mean nothing without it.
enum Machine {
  /// The day, in UTC.
  static var today: String {
    var now = time(nil)
    var parts = unsafe tm()
    unsafe gmtime_r(&now, &parts)
    let year = unsafe Int(parts.tm_year) + 1_900
    let month = unsafe Int(parts.tm_mon) + 1
    let day = unsafe Int(parts.tm_mday)
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  /// Processors, memory, kernel and load, a line each.
  static var lines: [String] {
    let processors = FileText.beginning(of: "/proc/cpuinfo")
    let model = field("model name", of: processors) ?? "unknown"
    let count = processors.split(separator: "\n").count { $0.hasPrefix("processor") }
    let memory = field("MemTotal", of: FileText.beginning(of: "/proc/meminfo"))
    let kilobytes = memory.flatMap { $0.split(separator: " ").first }.flatMap { Int($0) } ?? 0
    let kernel = FileText.beginning(of: "/proc/sys/kernel/osrelease")
    let load = FileText.beginning(of: "/proc/loadavg").split(separator: " ").first ?? "unknown"
    return [
      "Processors: \(count) × \(model)",
      "Memory: \((kilobytes + 524_288) / 1_048_576) GiB",
      "Kernel: Linux \(kernel.filter { !$0.isNewline })",
      "Load average when it began: \(load)",
    ]
  }

  /// The first line that a program says of its version, written to a file on its way.
  static func version(of program: String, printed: String) -> String {
    let command = Command(name: program, path: program, arguments: ["--version"])
    guard command.run(output: printed) != nil else { return "unknown" }
    let lines = FileText.beginning(of: printed).split(whereSeparator: \.isNewline)
    return lines.first.map { String($0) } ?? "unknown"
  }

  private static func field(_ name: String, of text: String) -> String? {
    let line = text.split(separator: "\n").first { $0.hasPrefix(name) }
    guard let value = line?.split(separator: ":", maxSplits: 1).last else { return nil }
    return String(value.drop { $0 == " " })
  }
}
