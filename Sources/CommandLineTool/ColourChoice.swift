/// Whether a report is coloured.
enum ColourChoice: String, CaseIterable {
  case auto
  case always
  case never

  /// Returns whether to colour what goes to a terminal, or to something else.
  ///
  /// The option counts before the environment, and there `NO_COLOR`, `FORCE_COLOR`,
  /// `CLICOLOR_FORCE` and `TERM=dumb` in this order.
  func isColoured(onTerminal isTerminal: Bool, environment: (String) -> String?) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto: break
    }
    func value(_ name: String) -> String? {
      environment(name).flatMap { $0.isEmpty ? nil : $0 }
    }
    if value("NO_COLOR") != nil { return false }
    if let force = value("FORCE_COLOR") { return force != "0" && force != "false" }
    if let force = value("CLICOLOR_FORCE"), force != "0" { return true }
    if value("TERM") == "dumb" || value("CLICOLOR") == "0" { return false }
    return isTerminal
  }
}
