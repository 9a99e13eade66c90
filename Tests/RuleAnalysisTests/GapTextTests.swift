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
          term grace calendar days at least 0 calendar days default 5 calendar days
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
      """
    #expect(reading.findings.map { $0.rendered(in: reading.files) } == [expected])
  }
}
