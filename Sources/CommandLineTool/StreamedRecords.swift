internal import ContractCheck
internal import SourceText
internal import Synchronization

/// A long record file on its way in: a class, as whoever reads it on, on any thread, and whoever asks
/// afterwards hold the same.
final class StreamedRecords: Sendable {
  /// What becomes known while it is read.
  private struct Account {
    var failure: FileError?
    /// Whether it is read again, to be kept.
    var isKept = false
    /// What all bytes together are known by, where somebody asks.
    var digest: SHA256?
    var isWhole = false
  }

  let path: String
  private let source: String?
  private let size: Int
  private let takesDigest: Bool
  private let account = Mutex(Account())

  /// Files of more bytes in all are not kept in memory.
  private static let longest = 1 << 20
  private static let endings = [".ndjson", ".jsonl", ".csv"]

  init(_ path: String, source: String?, size: Int, takesDigest: Bool) {
    self.path = path
    self.source = source
    self.size = size
    self.takesDigest = takesDigest
  }

  /// Returns which of some files are read piece by piece, with the bytes of each: all that can be, where
  /// they are long together, as records of one kind are either all kept or none.
  static func sizes(among paths: [String], on host: Host) -> [String: Int] {
    var sizes: [String: Int] = [:]
    for path in paths where endings.contains(where: path.hasSuffix) {
      guard host.kind(path, true) == .file, let file = try? host.openInput(path) else { continue }
      sizes[path] = file.size
      file.close()
    }
    return sizes.values.reduce(0, +) > longest ? sizes : [:]
  }

  /// Why it could not be read on, in words.
  var failure: String? {
    let (failure, isKept) = account.withLock { ($0.failure, $0.isKept) }
    guard let failure else { return nil }
    guard case .tooLarge = failure, isKept else { return failure.words }
    return "\(failure.words), and one pass does not tell all that is asked of its records"
  }

  /// What all bytes together are known by, once they were read, where somebody asks.
  var digest: SHA256? { account.withLock { $0.isWhole ? $0.digest : nil } }

  func stream(on host: Host) -> RecordStream {
    RecordStream(path: path, source: source, size: size) {
      self.open(on: host)
    } whole: {
      self.whole(on: host)
    }
  }

  private func open(on host: Host) -> RecordStream.Reading? {
    do throws(FileError) {
      let file = try host.openInput(path)
      account.withLock { $0.digest = takesDigest ? SHA256() : nil }
      return { buffer, bounds in self.fill(&buffer, bounds, from: file) }
    } catch {
      account.withLock { $0.failure = error }
      return nil
    }
  }

  /// Reads it again, when one pass was not enough: what is decided goes by these bytes.
  private func whole(on host: Host) -> [UInt8]? {
    account.withLock { $0.isKept = true }
    do throws(FileError) {
      let bytes = try host.readFile(path, InputFinder.recordLimit)
      account.withLock {
        $0.digest = takesDigest ? SHA256() : nil
        $0.digest?.add(bytes)
        $0.isWhole = true
      }
      return bytes
    } catch {
      account.withLock { $0.failure = error }
      return nil
    }
  }

  private func fill(
    _ buffer: inout [UInt8], _ bounds: Range<Int>, from file: IncomingFile
  ) -> Int? {
    do throws(FileError) {
      let count = try file.fill(&buffer, bounds)
      let isOver = count == 0
      account.withLock {
        $0.digest?.add(Array(buffer[bounds.prefix(count)]))
        $0.isWhole = isOver
      }
      if isOver { file.close() }
      return count
    } catch {
      account.withLock { $0.failure = error }
      file.close()
      return nil
    }
  }
}
