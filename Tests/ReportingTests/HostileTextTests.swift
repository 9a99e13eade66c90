import Reporting
import Testing

@Suite struct HostileText {
  static let texts = [
    "::error file=a,line=1::paid", "##[error]paid", "##vso[task.complete result=Succeeded;]x",
    "two\nlines\r\n::warning::x", "\u{1B}[2J\u{1B}]0;owned\u{7}", "\u{9B}31m",
    "\u{202E}drow\u{2069}",
    "a ::stop-commands::x", "\u{A0}::error::x", "\u{2028}::error::x", "\"}],\\",
    "zero\u{200B}width",
    "\u{0}", "###[x ####", ":::error", "",
  ]

  @Test(arguments: texts, [20, 40, 100])
  func neverReachesATerminal(_ hostile: String, width: Int) {
    let report = SampleContract.saying(hostile).report
    let style = TextStyle(colour: false, width: width, verbosity: .verbose)
    let text = TextReport(report.totals.head, style: style).rendering(report)
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || !Self.isControl($0) }, "\(text)")
    for line in text.split(separator: "\n") {
      let trimmed = line.drop { $0.isWhitespace }
      #expect(!trimmed.hasPrefix("::"), "\(line)")
      #expect(!line.contains("##[") && !line.contains("##vso["), "\(line)")
      #expect(!line.hasPrefix("x") && !line.hasPrefix("lines"), "\(line)")
    }
  }

  @Test(arguments: texts)
  func comesBackFromJSON(_ hostile: String) throws {
    let text = JSONReport().rendering(SampleContract.saying(hostile).report)
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || !Self.isControl($0) }, "\(text)")
    #expect(!text.contains("##") && !text.contains("::"), "\(text)")
    let contract = try #require((json(text)["contracts"] as? [JSONObject])?.first)
    let title = try #require(contract["title"] as? String)
    #expect(Array(title.unicodeScalars) == Array(hostile.unicodeScalars))
  }

  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
