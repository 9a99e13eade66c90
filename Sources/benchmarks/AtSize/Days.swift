/// The days from 2013 on, written out once, as the same ones are written millions of times.
struct Days {
  private let written: [String]

  init() {
    let months = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    written = (2013...2030).flatMap { year in
      months.enumerated().flatMap { month, length in
        let leap = month == 1 && year.isMultiple(of: 4) ? 1 : 0
        return (1...length + leap).map { day in
          "\(year)-\(Self.two(month + 1))-\(Self.two(day))"
        }
      }
    }
  }

  /// The day so many days after the first of January 2013.
  subscript(number: Int) -> String { written[number] }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
