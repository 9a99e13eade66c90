import Foundation
import Testing

/// A JSON report as its readers see it.
struct ReportJSON {
  let top: [String: Any]

  init(_ data: Data) throws {
    top = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  var contracts: [ContractJSON] { top.objects("contracts").map(ContractJSON.init) }

  /// The contracts, written again in a fixed order of keys.
  var decided: [Data] { contracts.map(\.bytes) }

  func contract(_ id: String) throws -> ContractJSON {
    try #require(contracts.first { $0.id == id }, "the report has no contract '\(id)'")
  }
}

/// One contract of a JSON report.
struct ContractJSON {
  let object: [String: Any]

  var id: String { object.text("id") }

  var bytes: Data {
    (try? JSONSerialization.data(withJSONObject: object, options: .sortedKeys)) ?? Data()
  }

  var decision: String { object.text("decision") }
  var amounts: [String: String] { object["amounts"] as? [String: String] ?? [:] }
  var findings: [[String: Any]] { object.objects("findings") }

  func milestone(_ id: String) throws -> [String: Any] {
    try #require(object.objects("milestones").first { $0.text("id") == id })
  }

  func invoice(_ id: String) throws -> [String: Any] {
    try #require(object.objects("invoices").first { $0.text("id") == id })
  }

  /// The findings with a reason code.
  func findings(_ code: String) -> [[String: Any]] { findings.filter { $0.text("code") == code } }

  /// Every verb of its effects.
  var verbs: Set<String> {
    Set(findings.flatMap { $0.objects("effects") }.map { $0.text("verb") })
  }
}

extension [String: Any] {
  func text(_ key: String) -> String { self[key] as? String ?? "" }
  func objects(_ key: String) -> [[String: Any]] { self[key] as? [[String: Any]] ?? [] }
  var amounts: [String: String] { self["amounts"] as? [String: String] ?? [:] }
}
