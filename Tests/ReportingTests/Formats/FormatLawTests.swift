import Foundation
import Reporting
import SourceText
import Testing

/// What holds of every format, whatever the texts of a contract say.
@Suite struct FormatLaws {
  static let texts =
    HostileText.texts + [
      "]]><x/>", "&amp; <script>", "a | b", "x # T\u{4F}DO", "Bail out! y", "%0A::error::x", "=1+1",
      "\u{FFFE}", "q\"\u{301}", "]; %AZP25", "`code` *b* [l](http://e) ![i](http://e)",
      "x\n...\nok 1",
    ]

  @Test(arguments: texts, FormatCase.allCases)
  func nothingIsObeyed(_ hostile: String, _ format: FormatCase) {
    for line in format.text(.sample(.saying(hostile), errors: [hostile])).lines {
      var rest = line
      if format == .azure, line.hasPrefix("##vso[task.logissue type=") { rest = line.dropFirst(9) }
      #expect(!rest.contains("##[") && !rest.contains("##vso["), "\(line)")
      #expect(
        !line.drop { $0.isWhitespace }.hasPrefix("::") || format == .github && line.isAnnotation,
        "\(line)")
      #expect(
        line.unicodeScalars.allSatisfy {
          !VisibleText.isControl($0) && !VisibleText.isHidden($0)
        }, "\(line)")
    }
  }

  @Test(arguments: texts, FormatCase.allCases)
  func aTextAddsNoLine(_ hostile: String, _ format: FormatCase) {
    let text = format.text(.sample(.saying(hostile), errors: [hostile]))
    #expect(
      text.lines.count == format.text(.sample(.saying("plain"), errors: ["plain"])).lines.count,
      "\(text)")
  }

  @Test(arguments: FormatCase.allCases)
  func comesOutAlikeEveryTime(_ format: FormatCase) {
    #expect(format.text(.sample()) == format.text(.sample()))
  }

  @Test(arguments: FormatCase.allCases)
  func tellsWhatIsKnownOnly(_ format: FormatCase) {
    let known = format.text(.sample(known: [0], isKnown: true))
    #expect(known != format.text(.sample(known: [])))
  }
}

extension Substring {
  fileprivate var isAnnotation: Bool {
    ["::error ", "::warning ", "::notice "].contains(where: hasPrefix)
  }
}
