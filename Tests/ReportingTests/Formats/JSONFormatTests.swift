import Foundation
import Reporting
import SourceText
import Testing

@Suite struct JSONFormats {
  @Test(arguments: HostileText.texts, FormatCase.json)
  func nothingInThemIsObeyed(_ hostile: String, by format: FormatCase) throws {
    let text = format.text(.sample(.saying(hostile), errors: [hostile]))
    _ = try JSONSerialization.jsonObject(with: Data(text.utf8))
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || !VisibleText.isControl($0) })
    #expect(text.unicodeScalars.allSatisfy { !VisibleText.isHidden($0) })
    #expect(!text.contains("##") && !text.contains("::"), "\(text)")
  }

  @Test(arguments: FormatCase.json)
  func areWholeWithoutAnyContract(_ format: FormatCase) throws {
    let text = format.text(.empty())
    _ = try JSONSerialization.jsonObject(with: Data(text.utf8))
    #expect(text.hasSuffix("\n"))
  }

  @Test(arguments: [
    ("Contracts/a b#1%é?.contract", "Contracts/a%20b%231%25%C3%A9%3F.contract"),
    ("./Contracts//a.contract", "Contracts/a.contract"), ("c:/a", "c%3A/a"),
    ("/srv/a b.contract", "file:///srv/a%20b.contract"), ("../a", "../a"), ("./", "."),
    ("a\\b[1]{2}\n", "a%5Cb%5B1%5D%7B2%7D%0A"), ("//host/a", "file:///host/a"),
  ])
  func encodePathsAsURIs(_ path: String, uri: String) throws {
    let text = FormatCase.sarif.text(.sample(SampleContract(contractPath: path)))
    #expect(text.contains("\"uri\": \"\(uri)\""))
    #expect(URL(string: uri) != nil)
  }
}
