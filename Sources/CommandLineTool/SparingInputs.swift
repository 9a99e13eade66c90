internal import SourceText

extension Host {
  /// The same machine, on which no report takes the place of a file that the run read, or of another
  /// report.
  ///
  /// Which files those are is known when a report is finished; until then its place is untouched.
  var sparingInputs: Host {
    let machine = self
    var host = self
    var inputs: Set<String> = []
    var reports: [String] = []
    func spare(at path: String) throws(FileError) {
      if inputs.contains(FilePath.normalized(path))
        || inputs.contains(where: { machine.isSameFile(path, $0) })
      {
        throw .other("it is read by this run")
      }
      if reports.contains(where: { machine.isSameFile(path, $0) }) {
        throw .other("another report of this run went there")
      }
    }
    host.readFile = { (path, limit) throws(FileError) in
      inputs.insert(path)
      return try machine.readFile(path, limit)
    }
    host.openInput = { (path) throws(FileError) in
      if let path { inputs.insert(path) }
      return try machine.openInput(path)
    }
    host.beginFile = { (path) throws(FileError) in
      let file = try machine.beginFile(path)
      let finish = { () throws(FileError) in
        try spare(at: path)
        try file.finish()
        reports.append(path)
      }
      return PartialFile(write: file.write, finish: finish, abandon: file.abandon)
    }
    host.appendToFile = { (path, bytes) throws(FileError) in
      try spare(at: path)
      try machine.appendToFile(path, bytes)
    }
    return host
  }
}
