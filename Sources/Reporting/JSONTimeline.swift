internal import ContractModel
internal import SourceText

/// Timelines for other programs; the shape is versioned.
package enum JSONTimeline {
  /// The version of the shape; it changes only when a reader of the old one would break.
  package static let version = 1

  /// Returns the whole JSON text, the same for the same timelines.
  package static func rendering(_ report: TimelineReport) -> String {
    JSONValue.object([
      ("version", .number(version)),
      ("contracts", .array(report.timelines.map(\.json))),
      ("diagnostics", .array(report.diagnostics.map(\.json))),
    ]).text
  }
}

extension Timeline {
  fileprivate var json: JSONValue {
    .object([
      ("id", .string(id)),
      ("title", .string(title)),
      ("supplier", .text(supplier)),
      ("from", .string(days.lowerBound.text)),
      ("to", .string(days.upperBound.text)),
      (
        "unseen",
        .array(
          unseen.map {
            .object([
              ("from", .string($0.lowerBound.text)), ("to", .string($0.upperBound.text)),
            ])
          })
      ),
      ("steps", .array(steps.map { $0.json(in: files) })),
    ])
  }
}

extension TimelineStep {
  fileprivate func json(in files: SourceFiles) -> JSONValue {
    .object([
      ("from", .string(day.text)),
      ("through", .string(through.text)),
      ("decision", .string(decision.rawValue)),
      ("currency", .text(currency?.code)),
      ("amounts", currency.map { amounts(in: $0) } ?? .null),
      ("illustrative", .texts(AmountKind.all.filter(illustrative.contains).map(\.code))),
      ("daily", currency.map { daily(in: $0) } ?? .null),
      ("parts", .array(parts.map(json))),
      ("reasons", .array(reasons.map { $0.json(in: files) })),
    ])
  }

  private func amounts(in currency: Currency) -> JSONValue {
    .object(
      AmountKind.all.compactMap { kind in
        amounts[kind].map {
          (name: kind.code, value: .string($0.decimalText(in: currency)))
        }
      })
  }

  private func daily(in currency: Currency) -> JSONValue {
    .object(
      AmountKind.all.compactMap { kind in
        daily[kind].map {
          (
            name: kind.code,
            value: .string(Money(minorUnits: $0, currency: currency).decimalText)
          )
        }
      })
  }

  private func json(_ part: PartName, _ decision: Decision) -> JSONValue {
    .object([
      ("kind", .string(part.kind.rawValue)),
      ("id", .string(part.path)),
      ("decision", .string(decision.rawValue)),
    ])
  }
}

extension TimelineReason {
  fileprivate func json(in files: SourceFiles) -> JSONValue {
    switch self {
    case .amended(let name): named("amendment", name)
    case .waiverBegins(let name): named("waiver-begins", name)
    case .waiverEnded(let name): named("waiver-ended", name)
    case .paid(let name): named("payment", name)
    case .received(let part): named("invoice-received", part.path)
    case .replaced(let part): named("invoice-replaced", part.path)
    case .due(let part): named("was-due", part.path)
    case .finding(let part, let rule, let old, let new, let records):
      .object([
        ("what", .string("finding")),
        ("name", .string(part.path)),
        ("clause", .string(rule.clause)),
        ("rule", .string(rule.rule)),
        ("section", .text(rule.section)),
        ("old", .text(old?.rawValue)),
        ("new", .text(new?.rawValue)),
        ("records", records.json(in: files)),
      ])
    }
  }

  private func named(_ what: String, _ name: String) -> JSONValue {
    .object([("what", .string(what)), ("name", .string(name))])
  }
}
