internal import ContractModel
internal import Reporting

/// Where the report of a command goes, and how it looks.
struct ReportOptions {
  /// `nil` is standard output.
  var output: String?
  var colour = ColourChoice.auto
  var verbosity = TextStyle.Verbosity.normal

  /// Returns the files of a report and of others beside it: of two in one place the second would undo
  /// the first.
  func places(besides others: [String]) throws(UsageError) -> [String] {
    var places: [String] = []
    for path in [output].compactMap(\.self) + others {
      let place = FilePath.normalized(path)
      guard !places.contains(place) else { throw .samePlace(place) }
      places.append(place)
    }
    return places
  }
}

/// The options that more than one command has: each means the same wherever it stands.
extension OptionRow {
  static func rules(
    _ paths: WritableKeyPath<Settings, [String]>,
    help: String = "rules file or folder; may be repeated"
  ) -> OptionRow {
    OptionRow("--rules", "PATH", of: .path([".rules"]), repeatable: true, help: help) {
      $0[keyPath: paths].append($1)
    }
  }

  static func day(
    _ name: String, _ day: WritableKeyPath<Settings, CivilDate?>,
    help: String = "decide on what was known by this day: YYYY-MM-DD"
  ) -> OptionRow {
    OptionRow(name, "DATE", of: .day, help: help) { (settings, text) throws(UsageError) in
      guard let date = CivilDate.parsing(text.utf8) else { throw .notADate(text, name) }
      settings[keyPath: day] = date
    }
  }

  static func format<Format: RawRepresentable & CaseIterable>(
    _ format: WritableKeyPath<Settings, Format>, help: String? = nil
  ) -> OptionRow where Format.RawValue == String {
    OptionRow(
      "--format", "FORMAT", of: .choice(of: Format.self),
      help: help ?? "\(words(of: Format.self)) (default text)"
    ) { (settings, text) throws(UsageError) in
      settings[keyPath: format] = try choice(text, after: "--format")
    }
  }

  /// `thing` is what is written: `report`.
  static func output(
    _ report: WritableKeyPath<Settings, ReportOptions>, of thing: String = "report"
  ) -> OptionRow {
    OptionRow(
      "--output", "FILE", of: .path([]), help: "write the \(thing) to a file, whole or not at all"
    ) {
      $0[keyPath: report].output = $1 == "-" ? nil : $1
    }
  }

  static func reports<Format: RawRepresentable & CaseIterable>(
    _ reports: WritableKeyPath<Settings, [(format: Format, path: String)]>
  ) -> OptionRow where Format.RawValue == String {
    OptionRow(
      "--report", "FORMAT=FILE", of: .wordAndFile(choices(of: Format.self)), repeatable: true,
      help: "write one more report; may be repeated"
    ) { (settings, text) throws(UsageError) in
      settings[keyPath: reports].append(try formatAndFile(text, after: "--report"))
    }
  }

  static func colour(_ report: WritableKeyPath<Settings, ReportOptions>) -> OptionRow {
    OptionRow(
      "--color", "WHEN", of: .choice(of: ColourChoice.self),
      help: "\(words(of: ColourChoice.self)) (default auto)"
    ) { (settings, text) throws(UsageError) in
      settings[keyPath: report].colour = try choice(text, after: "--color")
    }
  }

  static func quiet(
    _ report: WritableKeyPath<Settings, ReportOptions>, help: String
  ) -> OptionRow {
    OptionRow("--quiet", help: help) { $0[keyPath: report].verbosity = .quiet }
  }

  static func verbose(
    _ report: WritableKeyPath<Settings, ReportOptions>, help: String
  ) -> OptionRow {
    OptionRow("--verbose", help: help) { $0[keyPath: report].verbosity = .verbose }
  }

  static func help(_ isAsked: WritableKeyPath<Settings, Bool>) -> OptionRow {
    OptionRow("--help", help: "print this text") { $0[keyPath: isAsked] = true }
  }
}

/// Returns the format and the file that a text after an option names: `json=report.json`.
private func formatAndFile<Format: RawRepresentable & CaseIterable>(
  _ text: String, after option: String
) throws(UsageError) -> (format: Format, path: String) where Format.RawValue == String {
  let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
  guard parts.count == 2 else { throw .notAReport(text, option) }
  guard parts[1] != "-" else { throw .reportOnOutput(parts[0]) }
  return (try choice(parts[0], after: option), parts[1])
}
