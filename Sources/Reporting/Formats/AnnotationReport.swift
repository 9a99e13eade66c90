internal import ContractModel

/// Commands to a service that builds code, which shows each at its place; then what it all comes to,
/// as services show only the first few of each level.
package struct AnnotationReport: ReportWriter {
  package enum Service: Sendable {
    case gitHub
    case azure

    /// Returns the command that shows a remark, on a line.
    func line(_ annotation: Annotation) -> String {
      switch self {
      case .gitHub: annotation.gitHubCommand + "\n"
      case .azure: annotation.azureCommand + "\n"
      }
    }
  }

  private let service: Service
  private var known = 0

  package init(_ service: Service) { self.service = service }

  package var opensWithTotals: Bool { false }

  package func opening(_ totals: ReportTotals) -> String { "" }

  package mutating func contract(_ contract: ReportedContract) -> String {
    known += contract.cases.count(where: \.isKnown)
    return contract.annotations.map(service.line).joined()
  }

  package func closing(_ totals: ReportTotals) -> String {
    let known = totals.head.baseline == nil ? "" : "; \(known) known before"
    return totals.diagnostics.map { service.line($0.annotation) }.joined()
      + "holdback as of \(totals.head.asOf.text): \(totals.sentence)\(known)\n"
  }
}
