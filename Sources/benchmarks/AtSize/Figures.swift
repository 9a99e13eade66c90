/// A ratio of whole numbers as a decimal of so many places, rounded half up.
func decimal(_ numerator: Int, over denominator: Int, places: Int) -> String {
  var power = 1
  for _ in 0..<places { power *= 10 }
  let scaled = (numerator * power + denominator / 2) / max(denominator, 1)
  guard places > 0 else { return grouped(scaled) }
  let fraction = String(scaled % power)
  let zeros = String(repeating: "0", count: places - fraction.utf8.count)
  return "\(grouped(scaled / power)).\(zeros)\(fraction)"
}

/// A number with a comma between thousands.
func grouped(_ number: Int) -> String {
  guard number >= 1_000 else { return "\(number)" }
  let rest = String(number % 1_000)
  let zeros = String(repeating: "0", count: 3 - rest.utf8.count)
  return "\(grouped(number / 1_000)),\(zeros)\(rest)"
}
