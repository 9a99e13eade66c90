import Foundation
import Testing

@Suite struct PagesOfContracts {
  /// The supplier claimed 80 percent, and 10 percent were verified.
  @Test func drawTheClaimBesideWhatWasVerified() async throws {
    let page = try await page(of: "oregon", asOf: "2013-12-26")
    for bar in [
      #"<rect class="doubt" x="0" y="12" width="80.000%""#,
      #"<rect class="good" x="0" y="44" width="10.000%""#,
      #"<rect class="gap" x="10.000%" y="44" width="70.000%""#,
    ] {
      #expect(page.contains(bar), "\(bar)")
    }
    #expect(page.contains("<div>70 points</div>"))
  }

  @Test func quoteTheWholeRule() async throws {
    let page = try await page(of: "oregon", asOf: "2013-12-26")
    let text = """
      <pre><code>rule claim-matches-verification for each milestone {
        cites &quot;Model 8.1&quot;
        admits progress-claims
        require overclaim is at most tolerance
        otherwise report overclaim showing claimed, verified, overclaim
        otherwise refer to counsel
      }</code></pre>
      """
    #expect(page.contains(text))
  }

  /// One rule for several parts is quoted once, and found again by its name.
  @Test func quoteARuleOnce() async throws {
    let page = try await page(of: "illustrative", asOf: "2013-12-26")
    #expect(page.ranges(of: "<code>rule tests-passed").count == 1)
    #expect(page.contains("The text of the rule stands at"))
    #expect(page.ranges(of: "<code>exception tests-descoped").count == 1)
  }

  private func page(of name: String, asOf day: String) async throws -> String {
    let run = try await Program.run([
      "check", "Contracts/\(name)", "--as-of", day, "--format", "html",
    ])
    return String(decoding: run.output, as: UTF8.self)
  }
}
