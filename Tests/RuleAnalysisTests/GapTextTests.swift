import SourceText
import Testing

/// A finding as a reader sees it, with its counter-example.
@Suite struct GapTexts {
  @Test func showATestThatFails() {
    let reading = GapReading(
      Array(
        """
        act acceptance plural acceptances asserted by buyer {
          about milestone
          dated date
        }

        clause delay "Delay" {
          cites "1"
          term grace calendar days 0 calendar days to 9 calendar days default 5 calendar days
          accepted means earliest dated of acceptances, or as-of while none
          late     means calendar days after due through accepted
          share    means
            | late                | share |
            | at most grace       | 0%    |
            | more than 10 calendar days | 10% |

          rule in-time for each milestone {
            require share is 0%
            otherwise report delay showing share
          }
        }

        """.utf8))
    let expected = """
      warning[table-gap]: no row of 'share' applies where 'late' is 6 calendar days to 10 calendar days, if 'grace' is 5 calendar days
         --> a.rules:11:3
      11 |   share    means
         |   ^^^^^
         = help: add a row for it, or widen one; as at late 6 calendar days, if 'grace' is 5 calendar days
         = counter-example, a test that fails:
          calendar every-weekday {
            weekend saturday, sunday
            covers  2000-01-01 through 2060-12-31
          }

          test "share has one row for these values" {
            as-of 2025-12-31
            contract counter-example "A contract that shows it" {
              party buyer "The buyer"
              party supplier "The supplier"
              calendar every-weekday
              month-end clamp
              incorporates delay {
                grace 5 calendar days
              }
              milestone part "A part of the work" {
                due 2025-01-01
                amount USD 1,000.00
                critical yes
                acceptance {
                  dated 2025-01-07
                  asserted by buyer
                }
              }
            }
            expect milestone part {
              share 0%
            }
          }
      """
    #expect(reading.findings.map { $0.rendered(in: reading.files) } == [expected])
  }
}
