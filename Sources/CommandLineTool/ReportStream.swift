internal import ContractModel
internal import Reporting

/// One report on its way to where it goes, written as contracts are decided.
///
/// After the first failure nothing more is written; a file is there whole or not at all.
struct ReportStream {
  enum Destination {
    case standardOutput
    case file(String)
    /// The end of a file, to which it is added at once.
    case endOfFile(String)

    /// `nil` is standard output.
    init(_ path: String?) { self = path.map(Self.file) ?? .standardOutput }

    /// `nil` is standard output.
    var path: String? {
      switch self {
      case .standardOutput: nil
      case .file(let path), .endOfFile(let path): path
      }
    }
  }

  private let host: Host
  private var writer: any ReportWriter
  private let destination: Destination
  private var file: PartialFile?
  /// What contracts add, where the opening is not known before the last.
  private var body: Spool?
  /// What is not written yet of contracts that were decided in brief.
  private var waiting: [UInt8] = []
  private var failure: FileError?

  /// So many bytes are written at once.
  private static let mostWaiting = 1 << 14

  init(_ writer: any ReportWriter, to destination: Destination, on host: Host) {
    self.writer = writer
    self.destination = destination
    self.host = host
    if writer.opensWithTotals { body = Spool(host: host) }
  }

  /// Begins, before any contract: a path that cannot be written to is known now.
  mutating func begin(_ totals: ReportTotals) {
    attempt { (stream) throws(FileError) in
      switch stream.destination {
      case .standardOutput: break
      case .file(let path): stream.file = try stream.host.beginFile(path)
      case .endOfFile(let path): stream.file = stream.host.beginAddition(to: path)
      }
      if stream.body == nil { try stream.emit(stream.writer.opening(totals)) }
    }
  }

  mutating func add(_ contract: ReportedContract) { add { $0.contract(contract) } }

  mutating func add(_ told: ToldContract) { add { $0.contract(told) } }

  /// Adds a contract that was decided in brief, of which many are written at once.
  mutating func add(_ contract: BriefDecision) {
    attempt { (stream) throws(FileError) in
      stream.writer.write(contract, to: &stream.waiting)
      if stream.waiting.count >= Self.mostWaiting { try stream.emitWaiting() }
    }
  }

  /// Whether it tells nothing of why anything is so.
  var isBrief: Bool { writer.isBrief }

  private mutating func add(_ words: (inout any ReportWriter) -> String) {
    attempt { (stream) throws(FileError) in
      try stream.emitWaiting()
      let text = words(&stream.writer)
      if stream.body == nil {
        try stream.emit(text)
      } else {
        try stream.body?.append(text)
      }
    }
  }

  /// Ends the report, and returns how it went.
  mutating func end(_ totals: ReportTotals) -> ExitStatus {
    attempt { (stream) throws(FileError) in
      try stream.emitWaiting()
      if let body = stream.body {
        try stream.emit(stream.writer.opening(totals))
        let stream = stream
        try body.readBack { (bytes) throws(FileError) in try stream.emit(bytes) }
      }
      try stream.emit(stream.writer.closing(totals))
      try stream.file?.finish()
    }
    guard let failure else { return .success }
    file?.abandon()
    return host.status(of: failure, writing: destination.path)
  }

  /// Leaves everything as it was, and writes nothing more; what went to standard output cannot be called
  /// back.
  func abandon() { file?.abandon() }

  /// Writes what contracts added that were decided in brief: what tells nothing of why opens without
  /// totals.
  private mutating func emitWaiting() throws(FileError) {
    guard !waiting.isEmpty else { return }
    try emit(waiting)
    waiting.removeAll(keepingCapacity: true)
  }

  private func emit(_ text: String) throws(FileError) { try emit(Array(text.utf8)) }

  private func emit(_ bytes: [UInt8]) throws(FileError) {
    if let file {
      try file.write(bytes)
    } else if !bytes.isEmpty {
      try host.writeOutput(bytes)
    }
  }

  private mutating func attempt(_ step: (inout ReportStream) throws(FileError) -> Void) {
    guard failure == nil else { return }
    do throws(FileError) {
      try step(&self)
    } catch {
      failure = error
    }
  }
}

extension Host {
  /// Begins what is added to the end of a file when it is finished.
  fileprivate func beginAddition(to path: String) -> PartialFile {
    var bytes: [UInt8] = []
    return PartialFile(
      write: { bytes += $0 },
      finish: { () throws(FileError) in try appendToFile(path, bytes) }, abandon: {})
  }
}
