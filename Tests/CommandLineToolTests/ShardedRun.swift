import CommandLineTool

/// One run of `check` over files in memory, as a whole, or in parts that are put together again.
struct ShardedRun {
  struct Outcome: Equatable {
    let status: CommandLineTool.ExitStatus
    let json: String?
    let summary: String
  }

  let files: [String: String]
  var links: Set<String> = []
  /// What is checked, with spaces between the paths.
  let paths: String

  private var machine: MemoryMachine {
    let machine = MemoryMachine(files)
    machine.links = links
    return machine
  }

  private func run(_ machine: MemoryMachine, _ line: String) -> CommandLineTool.ExitStatus {
    machine.run(arguments: line.split(separator: " ").map(String.init))
  }

  func whole(_ options: String = "") -> Outcome {
    let machine = machine
    let status = run(machine, "check \(paths) --as-of 2013-12-26 --report json=r \(options)")
    let lines = machine.output.split(separator: "\n", omittingEmptySubsequences: false)
    let start = lines.lastIndex {
      $0.wholeMatch(of: /\d+ contracts?: .*|no contract was .*/) != nil
    }
    return Outcome(
      status: status, json: machine.files["r"],
      summary: lines[(start ?? 0)...].joined(separator: "\n"))
  }

  func parts(of count: Int, _ options: String = "", merging mergeOptions: String = "") -> Outcome {
    let all = MemoryMachine()
    for index in 1...count {
      let machine = machine
      _ = run(
        machine,
        "check \(paths) --as-of 2013-12-26 --report json=r --shard \(index)/\(count) \(options)")
      all.files["\(index).json"] = machine.files["r"]
    }
    let names = (1...count).reversed().map { "\($0).json" }.joined(separator: " ")
    let status = run(all, "merge \(names) --report json=r \(mergeOptions)")
    return Outcome(status: status, json: all.files["r"], summary: all.output)
  }
}
