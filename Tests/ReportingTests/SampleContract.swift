import ContractModel
import Reporting
import SourceText

/// A contract with every verdict, bounded amounts, a suspension, notices and a deduction that found
/// nothing; its texts can be replaced, as by hostile ones.
struct SampleContract {
  var id = "vermont"
  var title = "Vermont Health Connect"
  var supplier = "CGI"
  var name = "purchase"
  var rule = "online-purchase"
  var message = "late: works since \"early December\", due 2013-10-01"
  var path = "status/capability.json"
  var contractPath = "Contracts/vermont/vermont.contract"
  var reason = "the plan for staff came late"

  /// The contract with one text in every place for one.
  static func saying(_ text: String) -> SampleContract {
    SampleContract(
      id: text, title: text, supplier: text, name: text, rule: text, message: text, path: text,
      contractPath: text, reason: text)
  }

  static let asOf = day(2013, 12, 26)

  var report: Report {
    var files = SourceFiles()
    _ = files.add(SourceFile(path: path, bytes: Array(String(repeating: "{}\n", count: 20).utf8)))
    let rules = String(repeating: "rule text here\n", count: 40)
    let file = files.add(SourceFile(path: "Rules/exchange.rules", bytes: Array(rules.utf8)))
    let parts = subjects.map { "  \($0.kind.rawValue) \($0.name)\n" }.joined()
    _ = files.add(SourceFile(path: contractPath, bytes: Array(parts.utf8)))
    let warning = Diagnostic(
      .warning, DiagnosticID("unused-waiver"), "waiver '\(name)' counts for nothing",
      at: SourceRange(file: file, lower: 17, upper: 19), help: "take it out")
    var report = Report(
      ReportHead(asOf: Self.asOf, asOfIsToday: false, toolVersion: "1.2.3"))
    report.add(ReportedContract(decision, files: files))
    report.add(ReportedDiagnostic(warning, in: files))
    return report
  }

  var decision: ContractDecision {
    ContractDecision(contract: contract, findings: findings, settled: settled)
  }

  // The subjects, by their places in the list.
  static let launch = SubjectID(1)
  static let purchase = SubjectID(2)
  static let accounts = SubjectID(3)
  static let charges = SubjectID(4)
  static let later = SubjectID(5)
  static let one = SubjectID(6)
  static let lineOfLaunch = SubjectID(7)
  static let lineOfCharges = SubjectID(8)

  private static let usd = Currency(code: "USD")

  private var contract: Contract {
    Contract(
      id: id, title: title, documentation: nil,
      parties: [
        Party(role: "buyer", name: "State", isIllustrative: false, range: Self.nowhere),
        Party(role: "supplier", name: supplier, isIllustrative: false, range: Self.nowhere),
      ],
      ranks: [], currency: Self.usd, subjects: subjects, calendar: nil, monthEnd: nil, zone: nil,
      recordPatterns: [], completeThrough: [:], amendments: [], waivers: [waiver],
      inlineRecords: [], range: Self.nowhere)
  }

  var waiver: Waiver {
    Waiver(
      name: "staff", rule: "staffing", subject: .contract, from: Self.day(2013, 12, 1),
      through: Self.day(2014, 1, 31), approvedBy: "Commissioner", reason: reason,
      isIllustrative: false, range: SourceRange(file: FileID(2), lower: 0, upper: 2))
  }

  private var subjects: [Subject] {
    let december = Interval(
      lower: .included(Self.number(of: Self.day(2013, 12, 1))),
      upper: .included(Self.number(of: Self.day(2013, 12, 31))))
    let parts = [
      subject(.contract, id, parent: nil),
      subject(.milestone, "launch", fields: [.due: Self.on(2013, 10, 1)]),
      subject(.deliverable, name, parent: Self.launch),
      subject(.deliverable, "accounts", parent: Self.launch),
      subject(.milestone, "charges", fields: [.due: .quantity(december)]),
      subject(.milestone, "later"),
      subject(.invoice, "one", fields: [.received: Self.on(2013, 11, 15)]),
      subject(.line, "launch", parent: Self.one, billed: Self.launch, isIllustrative: true),
      subject(.line, "charges", parent: Self.one, billed: Self.charges),
    ]
    return Self.placed(parts)
  }

  /// Gives each part a line of the contract's text.
  private static func placed(_ parts: [Subject]) -> [Subject] {
    var start = 0
    return parts.map { part in
      let length = "  \(part.kind.rawValue) \(part.name)\n".utf8.count
      defer { start += length }
      return Subject(
        kind: part.kind, name: part.name, title: part.title, parent: part.parent,
        billed: part.billed, fields: part.fields, isIllustrative: part.isIllustrative,
        range: SourceRange(file: FileID(2), lower: start + 2, upper: start + length - 1))
    }
  }

  private func subject(
    _ kind: SubjectKind, _ name: String, parent: SubjectID? = .contract, billed: SubjectID? = nil,
    fields: [SubjectField: FieldValue] = [:], isIllustrative: Bool = false
  ) -> Subject {
    Subject(
      kind: kind, name: name, title: nil, parent: parent, billed: billed, fields: fields,
      isIllustrative: isIllustrative, range: Self.nowhere)
  }

  static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
    guard let date = CivilDate(year: year, month: month, day: day) else {
      preconditionFailure("there is such a day")
    }
    return date
  }

  static func number(of date: CivilDate) -> Rational { Rational(Int(date.dayNumber)) }

  private static func on(_ year: Int, _ month: Int, _ day: Int) -> FieldValue {
    .quantity(Interval(exactly: number(of: self.day(year, month, day))))
  }

  static let nowhere = SourceRange(file: FileID(1), lower: 0, upper: 0)
}
