internal import ContractModel
internal import SourceText

/// The dates of a contract along one line: due dates, invoices, payments, and the day of the report.
struct TimelineChart {
  /// One milestone, invoice or payment.
  struct Lane {
    let label: String
    let events: [Event]
    let marks: [Mark]

    var sentence: String {
      events.map { "\($0.what) \($0.date.dateWords)" }.joined(separator: "; ")
    }
  }

  /// Something that has a date, perhaps within bounds.
  struct Event: Comparable {
    let date: Interval
    let what: String

    static func < (left: Event, right: Event) -> Bool {
      (left.number, left.what) < (right.number, right.what)
    }

    private var number: Int32 { (date.firstDay ?? date.lastDay)?.dayNumber ?? .max }

    /// Returns how far before a day it is, as far as that is one number.
    func distance(to day: CivilDate) -> String {
      guard let first = date.firstDay, first == date.lastDay else { return "within bounds" }
      let days = first.days(to: day)
      let unit = abs(days) == 1 ? "day" : "days"
      return days < 0 ? "\(-days) \(unit) after it" : "\(days) \(unit)"
    }
  }

  /// A date as it is drawn: a point, or a bar where it is within bounds.
  struct Mark {
    let start: ChartPosition
    let end: ChartPosition
    let tone: Tone
    /// Whether an amendment moved it.
    let isEarlier: Bool
  }

  struct Tick {
    let at: ChartPosition
    let words: String
  }

  /// A drawing of more than these does not fit a page.
  static let drawnLanes = 20
  static let rowHeight = 36
  static let axisHeight = 40
  private static let longestLabel = 20
  private static let mostTicks = 5

  let lanes: [Lane]
  let ticks: [Tick]
  let now: ChartPosition

  init(_ contract: Contract, asOf: CivilDate) {
    let drafts = (contract.milestoneDates + contract.invoiceDates + contract.paymentDates)
      .filter { !$0.dates.isEmpty }
    let days =
      drafts.flatMap(\.dates).flatMap { [$0.date.firstDay, $0.date.lastDay] }
      .compactMap(\.self) + [asOf]
    let first = days.min() ?? asOf
    let last = days.max() ?? asOf
    let scale = Scale(
      first: YearMonth(containing: first).firstDay, last: YearMonth(containing: last).lastDay)
    lanes = drafts.map { $0.lane(on: scale, asOf: asOf) }
    ticks = scale.ticks(Self.mostTicks)
    now = scale[asOf]
  }

  fileprivate struct Draft {
    let name: String
    let dates: [(date: Interval, what: String, isEarlier: Bool)]
    let tone: Tone

    func lane(on scale: Scale, asOf: CivilDate) -> Lane {
      let visible = VisibleText.escaping(name)
      let label =
        visible.count > longestLabel ? visible.prefix(longestLabel - 1) + "…" : visible[...]
      return Lane(
        label: String(label), events: dates.map { Event(date: $0.date, what: $0.what) },
        marks: dates.map { scale.mark($0.date, tone, isEarlier: $0.isEarlier) })
    }
  }

  /// Days as places along the drawing.
  fileprivate struct Scale {
    let first: CivilDate
    let last: CivilDate

    subscript(day: CivilDate) -> ChartPosition {
      ChartPosition(Int128(first.days(to: day)), of: Int128(first.days(to: last)))
    }

    func mark(_ date: Interval, _ tone: Tone, isEarlier: Bool) -> Mark {
      let start = date.firstDay.map { self[$0] } ?? .zero
      let end = date.lastDay.map { self[$0] } ?? ChartPosition(parts: 100_000)
      return Mark(start: start, end: max(start, end), tone: tone, isEarlier: isEarlier)
    }

    /// The first days of months, of as many as there is room for.
    func ticks(_ most: Int) -> [Tick] {
      let (start, end) = (YearMonth(containing: first), YearMonth(containing: last))
      let span = start.months(to: end)
      let lengths = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12_000, 24_000]
      let length = lengths.first { span / $0 < most } ?? 24_000
      return stride(from: 0, through: span, by: length).compactMap { months in
        guard let month = try? start.adding(months: months) else { return nil }
        return Tick(at: self[month.firstDay], words: month.text)
      }
    }
  }
}

extension ChartPosition: Comparable {
  static func < (left: ChartPosition, right: ChartPosition) -> Bool { left.parts < right.parts }

  /// Whether there is more room before it than after it.
  var isLate: Bool { parts > 50_000 }
}

extension Contract {
  fileprivate var milestoneDates: [TimelineChart.Draft] {
    subjects(of: .milestone).map { milestone in
      let subject = self[milestone]
      let dues =
        subject.duesInForce.isEmpty
        ? [date(.due, of: milestone)].compactMap(\.self) : subject.duesInForce.map(\.due)
      return TimelineChart.Draft(
        name: subject.name,
        dates: dues.enumerated().map { place, due in
          let isEarlier = place + 1 < dues.count
          return (
            due, "\(subject.name) \(isEarlier ? "was due, before an amendment" : "due")", isEarlier
          )
        }, tone: .ink)
    }
  }

  fileprivate var invoiceDates: [TimelineChart.Draft] {
    subjects(of: .invoice).map { invoice in
      let name = self[invoice].name
      return TimelineChart.Draft(
        name: "invoice \(name)",
        dates: [date(.received, of: invoice)].compactMap(\.self)
          .map { ($0, "invoice \(name) received", false) }, tone: .taken)
    }
  }

  fileprivate var paymentDates: [TimelineChart.Draft] {
    payments.map { payment in
      let made = Interval(exactly: Rational(Int(payment.made.dayNumber)))
      return TimelineChart.Draft(
        name: "payment \(payment.name)", dates: [(made, words(for: payment), false)], tone: .good)
    }
  }

  private func words(for payment: Payment) -> String {
    let sum = currency.map { Amount(nominal: payment.amount).text(in: $0) }
    let star = payment.isIllustrative ? "*" : ""
    return "payment \(payment.name) made" + (sum.map { ": \($0)\(star)" } ?? "")
  }

  private func date(_ field: SubjectField, of subject: SubjectID) -> Interval? {
    guard case .quantity(let date)? = self[subject].fields[field] else { return nil }
    return date
  }
}
