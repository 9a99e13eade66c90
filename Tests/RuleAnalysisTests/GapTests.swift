import Testing

@Suite struct Gaps {
  @Test(arguments: GapTableSamples.percents + GapTableSamples.numbers + GapTableSamples.dates)
  func areFoundInTables(_ sample: GapCase) { sample.check() }
}
