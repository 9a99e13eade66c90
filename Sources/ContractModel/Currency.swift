/// A currency by its ISO 4217 code.
package struct Currency: Hashable, Sendable {
  /// The three letters as bytes, the first in the highest of the lower 24 bits.
  private let letters: UInt32
  /// Decimal digits of the smallest unit: 2 for `USD`, 0 for `JPY`, 3 for `KWD`; at most 4.
  package let minorDigits: Int

  /// Makes the currency with a code of three capital letters; `nil` if it is not a known one.
  ///
  /// Known are the codes of currencies and fund units in ISO 4217 list one that have a smallest
  /// unit, so no precious metals, bond market units or test codes.
  package init?(code: String) {
    self.init(code: code.utf8)
  }

  /// Makes the same from ASCII bytes.
  package init?<Bytes: Collection>(code: Bytes) where Bytes.Element == UInt8 {
    guard code.count == 3 else { return nil }
    let letters = code.reduce(0) { $0 << 8 | UInt32($1) }
    guard let minorDigits = Self.minorDigits(of: letters) else { return nil }
    self.letters = letters
    self.minorDigits = minorDigits
  }

  /// Three capital letters, as `USD`.
  package var code: String {
    var text: [UInt8] = []
    writeCode(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  func writeCode(to text: inout [UInt8]) {
    text.append(UInt8(truncatingIfNeeded: letters >> 16))
    text.append(UInt8(truncatingIfNeeded: letters >> 8))
    text.append(UInt8(truncatingIfNeeded: letters))
  }

  /// Finds a code by halving: the table is made in no time, as nearly every run needs it.
  private static func minorDigits(of letters: UInt32) -> Int? {
    let table = table
    var (low, high) = (0, table.count)
    while low < high {
      let middle = (low + high) / 2
      if table[middle].letters < letters { low = middle + 1 } else { high = middle }
    }
    guard low < table.count, table[low].letters == letters else { return nil }
    return table[low].minorDigits
  }

  private static let table: [(letters: UInt32, minorDigits: Int)] = {
    var table: [(letters: UInt32, minorDigits: Int)] = []
    for (codes, minorDigits) in codesByMinorDigits {
      var letters: UInt32 = 0
      for byte in codes.utf8 {
        letters = byte == UInt8(ascii: " ") ? 0 : letters << 8 | UInt32(byte)
        if letters >= 1 << 16 { table.append((letters, minorDigits)) }
      }
    }
    return table.sorted { $0.letters < $1.letters }
  }()

  private static let codesByMinorDigits: [(codes: String, minorDigits: Int)] = [
    ("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF", 0),
    ("AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD", 2),
    ("BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP", 2),
    ("ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR", 2),
    ("JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU", 2),
    ("MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR", 2),
    ("RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS", 2),
    ("TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG", 2),
    ("BHD IQD JOD KWD LYD OMR TND", 3),
    ("CLF UYW", 4),
  ]
}

extension Currency: Comparable {
  /// Orders by code.
  package static func < (left: Currency, right: Currency) -> Bool { left.letters < right.letters }
}
