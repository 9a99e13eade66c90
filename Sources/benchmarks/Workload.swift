#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// One contract of the size that portfolios hold: six milestones, twelve deliverables, forty records,
/// and twelve rules over them.
enum Workload {
  static let size = "6 milestones, 12 deliverables, 40 records, 12 rules"

  /// Writes rules, contract and records into a new temporary folder and returns its path.
  static func written() -> String? {
    guard let folder = newFolder() else { return nil }
    for part in ["rules", "contract"] {
      guard unsafe mkdir("\(folder)/\(part)", 0o700) == 0 else { return nil }
    }
    let files = [
      ("rules/workload.rules", rules), ("contract/one.contract", contract),
      ("contract/status.ndjson", records),
    ]
    for (name, text) in files {
      guard write(text, to: "\(folder)/\(name)") else { return nil }
    }
    return folder
  }

  /// Makes a new temporary folder and returns its path; nil where none can be made.
  static func newFolder() -> String? {
    var template = Array("/tmp/holdback-benchmark-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else { return nil }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Makes a new temporary folder with files and returns its path; nil where that cannot be done.
  static func newFolder(with files: [(name: String, text: String)]) -> String? {
    guard let folder = newFolder(),
      files.allSatisfy({ write($0.text, to: "\(folder)/\($0.name)") })
    else { return nil }
    return folder
  }

  /// Removes a folder with files.
  static func remove(_ folder: String, with names: [String]) {
    for name in names { unsafe unlink("\(folder)/\(name)") }
    unsafe rmdir(folder)
  }

  static func remove(_ folder: String) {
    for name in ["rules/workload.rules", "contract/one.contract", "contract/status.ndjson"] {
      unsafe unlink("\(folder)/\(name)")
    }
    for part in ["/rules", "/contract", ""] { unsafe rmdir(folder + part) }
  }

  static func write(_ text: String, to path: String) -> Bool {
    guard let file = unsafe fopen(path, "w") else { return false }
    let written = unsafe fputs(text, file) >= 0
    return unsafe fclose(file) == 0 && written
  }

  static let rules = """
    evidence check plural checks asserted by verifier {
      about deliverable
      dated date
      result passed or failed
    }
    register defect plural defects keyed by number asserted by verifier {
      about deliverable
      dated date
      number text
      severity critical or minor
      state open or closed
    }
    act acceptance plural acceptances asserted by buyer {
      about milestone
      dated date
    }
    claim progress-claim plural progress-claims asserted by supplier {
      about milestone
      dated date
      complete percent 0% to 100%
    }
    evidence verification plural verifications asserted by verifier {
      about milestone
      dated date
      complete percent 0% to 100%
    }
    clause workload "Twelve rules" {
      cites "W1"
      rounds half up to cent
      term rate money per calendar day default USD 500 per calendar day
      accepted means earliest dated of acceptances, or as-of while none
      late     means calendar days after due through accepted
      tried    means number of checks
      passing  means share of checks where result is passed
      newest   means latest dated of checks
      latest-result means latest result of checks
      claimed  means latest complete of progress-claims
      verified means latest complete of verifications
      overclaim means claimed less verified
    \(rows(of: rulesOfMilestones) + rows(of: rulesOfDeliverables) + rows(of: rulesOfInvoices))
    }
    """

  private static let rulesOfMilestones = [
    ("in-time", "milestone", "late is 0 calendar days", "report late"),
    ("passing-enough", "milestone", "passing is at least 80%", "withhold amount until met"),
    ("evidence-there", "milestone", "tried is at least 1 checks", "report no-evidence"),
    ("claims-true", "milestone", "overclaim is at most 5%", "report overclaim showing overclaim"),
    (
      "damages", "milestone", "late is 0 calendar days",
      "deduct rate for each day of late as delay capped at 10% of amount"
    ),
    ("recent", "milestone", "newest is within 30 calendar days before as-of", "report quiet"),
  ]

  private static let rulesOfDeliverables = [
    ("no-critical", "deliverable", "", "withhold milestone's amount until met"),
    ("last-passed", "deliverable", "latest-result is passed", "report last-failed"),
    ("tested", "deliverable", "tried is at least 1 checks", "report untested"),
  ]

  private static let rulesOfInvoices = [
    ("within-value", "contract", "value is more than paid", "report over-value"),
    ("within-milestone", "line", "amount is at most milestone's amount", "report over-milestone"),
    ("retainage", "invoice", "then", "retain 10% of earned until some contract's acceptances"),
  ]

  private static func rows(of rules: [(String, String, String, String)]) -> String {
    rules.map { name, subject, requirement, effect in
      let head =
        subject == "contract" ? "rule \(name) for contract" : "rule \(name) for each \(subject)"
      let body: String
      switch requirement {
      case "then": body = "then \(effect)"
      case "":
        body = """
          require no defects where severity is critical and state is open
              otherwise \(effect)
          """
      default:
        let admits =
          switch name {
          case "claims-true": "admits progress-claims\n    "
          case "within-value": "when value is given and paid is given\n    "
          default: ""
          }
        body = "\(admits)require \(requirement)\n    otherwise \(effect)"
      }
      return "  \(head) {\n    \(body)\n  }\n"
    }.joined()
  }

  static let contract = contract(named: "one")

  static func contract(named name: String) -> String {
    var text = """
      contract \(name) "One contract" {
        party buyer "Buyer"
        party supplier "Supplier"
        party verifier "Verifier"
        value USD 6,000,000
        paid USD 1,000,000
        records "*.ndjson"
        register defect complete through 2014-03-01
        incorporates workload

      """
    for milestone in 1...6 {
      text += """
          milestone m\(milestone) "Milestone \(milestone)" {
            due 2014-0\(milestone > 3 ? 3 : milestone)-01
            amount USD 1,000,000
            deliverable d\(milestone * 2 - 1) "Part A"
            deliverable d\(milestone * 2) "Part B"
          }

        """
    }
    text += "  invoice i1 {\n    received 2014-02-20\n"
    for milestone in 1...6 {
      text += """
            line l\(milestone) {
              for milestone m\(milestone)
              amount USD 400,000
            }

        """
    }
    return text + "  }\n}\n"
  }

  static var records: String {
    var lines: [String] = []
    for record in 0..<26 {
      let result = record % 7 == 0 ? "failed" : "passed"
      lines.append(
        """
        {"record":"check","about":"d\(record % 12 + 1)","by":"verifier","dated":"2014-02-\
        \(record % 9 + 10)","result":"\(result)"}
        """)
    }
    for defect in 0..<2 {
      lines.append(
        """
        {"record":"defect","about":"d\(defect + 1)","by":"verifier","dated":"2014-02-11",\
        "number":"\(defect)","severity":"critical","state":"\(defect == 0 ? "open" : "closed")"}
        """)
    }
    for milestone in 1...4 {
      lines.append(
        #"{"record":"acceptance","about":"m\#(milestone)","by":"buyer","dated":"2014-02-0\#(milestone)"}"#
      )
      for kind in ["progress-claim", "verification"] {
        lines.append(
          """
          {"record":"\(kind)","about":"m\(milestone)","by":"\
          \(kind == "verification" ? "verifier" : "supplier")","dated":"2014-02-05",\
          "complete":"\(milestone * 20)%"}
          """)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
