internal import SourceText

extension Annotation {
  /// The message in lines that are safe each by itself.
  private var message: String {
    lines.map(VisibleText.escaping).joined(separator: "\n")
  }

  /// The command to GitHub; columns are told only where the range ends on its line, as otherwise they are refused.
  var gitHubCommand: String {
    var properties: [(name: String, value: String)] = []
    if let place {
      properties = [("file", place.path), ("line", String(place.line))]
      if place.line == place.endLine {
        properties += [
          ("col", String(place.column)), ("endLine", String(place.endLine)),
          ("endColumn", String(place.endColumn)),
        ]
      } else {
        properties.append(("endLine", String(place.endLine)))
      }
    }
    properties.append(("title", title))
    let words = properties.map {
      "\($0.name)=\(Self.gitHubProperty(VisibleText.escaping($0.value)))"
    }
    return "::\(level.rawValue) \(words.joined(separator: ","))::\(Self.gitHubData(message))"
  }

  private static func gitHubData(_ text: String) -> String { text.onOneLine(percent: "%25") }

  private static func gitHubProperty(_ text: String) -> String {
    gitHubData(text).replacingScalars { $0 == ":" ? "%3A" : $0 == "," ? "%2C" : nil }
  }

  /// The command to Azure Pipelines, where there are no notices, and a waiver is worth a warning.
  var azureCommand: String {
    var properties = [("type", level == .error ? "error" : "warning")]
    if let place {
      properties += [
        ("sourcepath", place.path), ("linenumber", String(place.line)),
        ("columnnumber", String(place.column)),
      ]
    }
    properties.append(("code", code))
    let words = properties.map { "\($0.0)=\(Self.azureProperty(VisibleText.escaping($0.1)));" }
    let text = Self.azureData("\(VisibleText.escaping(title)): \(message)")
    return "##vso[task.logissue \(words.joined())]\(text)"
  }

  private static func azureData(_ text: String) -> String { text.onOneLine(percent: "%AZP25") }

  private static func azureProperty(_ text: String) -> String {
    azureData(text).replacingScalars { $0 == ";" ? "%3B" : $0 == "]" ? "%5D" : nil }
  }
}

extension String {
  /// Returns the text with the signs that end a command replaced, and the one that replaces them.
  fileprivate func onOneLine(percent: String) -> String {
    replacingScalars { scalar in
      switch scalar {
      case "%": percent
      case "\r": "%0D"
      case "\n": "%0A"
      default: nil
      }
    }
  }
}
