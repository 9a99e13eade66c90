internal import ContractModel
internal import Reporting

/// What `JSONReport` writes, read back.
extension ReportHead {
  init(_ report: JSONObject) throws(ShapeMismatch) {
    guard let asOf = CivilDate.parsing(try report.text("asOf").utf8) else { throw ShapeMismatch() }
    self.init(
      asOf: asOf, asOfIsToday: false, toolVersion: try report.object("tool").text("version"),
      honoursWaivers: try report.flag("waiversHonoured"),
      baseline: try report.optionalText("baseline"),
      shard: try report.optionalObject("shard").map(ReportedShard.init))
  }

  /// The same, of the whole run.
  var ofWholeRun: ReportHead {
    ReportHead(
      asOf: asOf, asOfIsToday: asOfIsToday, toolVersion: toolVersion,
      honoursWaivers: honoursWaivers, baseline: baseline)
  }
}

extension ReportedShard {
  fileprivate init(_ shard: JSONObject) throws(ShapeMismatch) {
    self.init(
      index: try shard.number("index"), count: try shard.number("of"),
      paths: try shard.texts("paths"), allowsEmpty: try shard.flag("allowsEmpty"),
      baseline: try shard.optionalText("baseline"))
  }
}

extension RunPlace {
  init(_ place: JSONObject) throws(ShapeMismatch) {
    self.init(file: try place.number("file"), contract: try place.number("contract"))
  }
}

extension ToldContract {
  /// Reads a contract in the report of a shard, which stands there with this text.
  init(_ contract: JSONObject, text: String) throws(ShapeMismatch) {
    let shard = try contract.object("shard")
    var currency: Currency?
    if let code = try contract.optionalText("currency") {
      currency = Currency(code: code)
      if currency == nil { throw ShapeMismatch() }
    }
    var parts: [Decision] = []
    for part in try contract.objects("milestones") + contract.objects("invoices") {
      parts.append(try part.choice("decision", of: Decision.self))
    }
    var findings: [(verdict: Verdict, isKnown: Bool)] = []
    for finding in try contract.objects("findings") {
      findings.append(
        (
          try finding.choice("verdict", of: Verdict.self),
          try finding.optionalText("baseline") == "known"
        ))
    }
    var illustrative: Set<Bucket> = []
    for name in try shard.texts("illustrative") {
      guard let bucket = Bucket(rawValue: name) else { throw ShapeMismatch() }
      illustrative.insert(bucket)
    }
    self.init(
      text: text, decision: try contract.choice("decision", of: Decision.self),
      decisionsOfParts: parts, currency: currency,
      amounts: try Amounts(try contract.optionalObject("amounts"), in: currency),
      paidToDate: try PaidToDate(contract, in: currency),
      isIllustrative: try contract.flag("illustrative"), illustrative: illustrative,
      findings: findings, isKnown: try shard.flag("known"))
  }
}

extension JSONObject {
  fileprivate func amount(_ name: String, in currency: Currency) throws(ShapeMismatch) -> Amount {
    guard let amount = Amount.parsing(decimalText: try text(name), in: currency) else {
      throw ShapeMismatch()
    }
    return amount
  }
}

extension Amounts {
  fileprivate init(_ amounts: JSONObject?, in currency: Currency?) throws(ShapeMismatch) {
    self.init(invoiced: .zero)
    guard (amounts == nil) == (currency == nil) else { throw ShapeMismatch() }
    guard let amounts, let currency else { return }
    invoiced = try amounts.amount("invoiced", in: currency)
    for bucket in Bucket.allCases {
      self[bucket] = try amounts.amount(bucket.rawValue, in: currency)
    }
  }
}

extension PaidToDate {
  fileprivate init?(_ contract: JSONObject, in currency: Currency?) throws(ShapeMismatch) {
    guard let currency, contract.has("paidBefore") else { return nil }
    self.init(
      before: try contract.amount("paidBefore", in: currency),
      now: try contract.amount("payNow", in: currency),
      overpaid: try contract.amount("overpaid", in: currency))
  }
}

extension ReportedDiagnostic {
  init(_ diagnostic: JSONObject) throws(ShapeMismatch) {
    var notes: [Note] = []
    for note in try diagnostic.objects("notes") {
      notes.append(
        Note(
          message: try note.text("message"), place: try ReportedPlace(try note.object("at"))))
    }
    self.init(
      isError: try diagnostic.text("severity") == "error", id: try diagnostic.text("id"),
      message: try diagnostic.text("message"),
      place: try diagnostic.optionalObject("at").map(ReportedPlace.init), notes: notes,
      help: try diagnostic.optionalText("help"),
      found: try diagnostic.optionalObject("shard").map(RunPlace.init))
  }
}

extension ReportedPlace {
  fileprivate init(_ place: JSONObject) throws(ShapeMismatch) {
    self.init(
      path: try place.text("file"), line: try place.number("line"),
      byteColumn: try place.number("column"))
  }
}

extension ReportedInput {
  init(_ input: JSONObject) throws(ShapeMismatch) {
    self.init(
      path: try input.text("path"), role: try input.choice("role", of: Role.self),
      sha256: try input.text("sha256"))
  }
}
