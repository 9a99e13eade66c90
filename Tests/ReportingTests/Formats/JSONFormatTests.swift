import Foundation
import Reporting
import SourceText
import Testing

@Suite struct JSONFormats {
  @Test(arguments: HostileText.texts, JSONFormat.allCases)
  func nothingInThemIsObeyed(_ hostile: String, by format: JSONFormat) throws {
    let sample = SampleContract(
      id: hostile, title: hostile, supplier: hostile, name: hostile, rule: hostile,
      message: hostile, path: hostile, contractPath: hostile, reason: hostile)
    let text = format.text(of: .sample(sample, errors: [hostile]))
    _ = try JSONSerialization.jsonObject(with: Data(text.utf8))
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || !VisibleText.isControl($0) })
    #expect(text.unicodeScalars.allSatisfy { !VisibleText.isHidden($0) })
    #expect(!text.contains("##") && !text.contains("::"), "\(text)")
  }

  @Test(arguments: JSONFormat.allCases)
  func areWholeWithoutAnyContract(_ format: JSONFormat) throws {
    let head = ReportHead(asOf: SampleContract.asOf, asOfIsToday: true, toolVersion: "1.2.3")
    let text = format.text(of: Report(head))
    _ = try JSONSerialization.jsonObject(with: Data(text.utf8))
    #expect(text.hasSuffix("\n"))
  }

  @Test(arguments: JSONFormat.allCases)
  func comeOutAlikeEveryTime(_ format: JSONFormat) {
    #expect(format.text(of: .sample()) == format.text(of: .sample()))
  }

  @Test(arguments: JSONFormat.allCases)
  func tellWhatIsKnownOnly(_ format: JSONFormat) {
    let known = format.text(of: .sample(known: [0], isKnown: true))
    #expect(known != format.text(of: .sample(known: [])))
  }

  @Test(arguments: [
    ("Contracts/a b#1%é?.contract", "Contracts/a%20b%231%25%C3%A9%3F.contract"),
    ("./Contracts//a.contract", "Contracts/a.contract"), ("c:/a", "c%3A/a"),
    ("/srv/a b.contract", "file:///srv/a%20b.contract"), ("../a", "../a"), ("./", "."),
    ("a\\b[1]{2}\n", "a%5Cb%5B1%5D%7B2%7D%0A"), ("//host/a", "file:///host/a"),
  ])
  func encodePathsAsURIs(_ path: String, uri: String) throws {
    let text = JSONFormat.sarif.text(of: .sample(SampleContract(contractPath: path)))
    #expect(text.contains("\"uri\": \"\(uri)\""))
    #expect(URL(string: uri) != nil)
  }
}
