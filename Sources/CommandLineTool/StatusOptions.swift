/// What a run ends with which status for.
struct StatusOptions {
  var failOn = FailureThreshold.dispute
  var endsWithZero = false
  var allowsEmpty = false
  var allowsUndecided = false
}

extension OptionRow {
  static func failOn(_ status: WritableKeyPath<Settings, StatusOptions>) -> OptionRow {
    OptionRow(
      "--fail-on", "LEVEL", of: .choice(of: FailureThreshold.self),
      help: "\(words(of: FailureThreshold.self)): see below"
    ) { (settings, text) throws(UsageError) in
      settings[keyPath: status].failOn = try choice(text, after: "--fail-on")
    }
  }

  static func exitZero(_ status: WritableKeyPath<Settings, StatusOptions>) -> OptionRow {
    OptionRow("--exit-zero", help: "end with 0, not 1, when a contract fails") {
      $0[keyPath: status].endsWithZero = true
    }
  }

  static func allowUndecided(_ status: WritableKeyPath<Settings, StatusOptions>) -> OptionRow {
    OptionRow("--allow-undecided", help: "end with 0, not 4, when evidence is missing") {
      $0[keyPath: status].allowsUndecided = true
    }
  }
}
