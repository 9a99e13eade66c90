/// The formats of a report that is read by people or by a program of the reader's own.
enum ReportFormat: String, CaseIterable {
  case text
  case json
}
