/// What teaches fish to complete commands.
struct FishCompletion {
  let commands: [HelpText]

  var text: String {
    ([head] + programRows + commands.map(rows)).joined(separator: "\n\n") + "\n"
  }

  private var head: String {
    """
    # Completes holdback in fish; 'holdback completions fish' printed it.

    # Whether the command is the one named, or with no name whether there is none yet.
    function __holdback_command
      set -l words (commandline -opc)
      if test (count $argv) -eq 0
        test (count $words) -eq 1
      else
        test (count $words) -gt 1 && test $words[2] = $argv[1]
      end
    end

    # Files and folders, those with one of the endings first; after @ any file.
    function __holdback_paths
      set -l word (commandline -ct)
      if string match -q -- '@*' $word
        for path in (__fish_complete_path (string sub -s 2 -- $word))
          echo @$path
        end
      else
        __fish_complete_suffix $argv
      end
    end

    complete -c holdback -f
    """
  }

  private var programRows: [String] {
    [
      commands.map { command in
        row("__holdback_command", "-a \(command.command)", command.summary)
      }
        + HelpText.programOptions.map { option in
          row("__holdback_command", "-l \(option.name.dropFirst(2))", option.help)
        }
    ].map { $0.joined(separator: "\n") }
  }

  private func rows(_ command: HelpText) -> String {
    let condition = "'__holdback_command \(command.command)'"
    let operands = offers(command.operandKind).map {
      ["complete -c holdback -n \(condition) \($0)"]
    }
    let options = command.options.map { option in
      let value = option.value.map { " \(taking($0.kind))" } ?? ""
      return row(condition, "-l \(option.name.dropFirst(2))\(value)", option.help)
    }
    return ((operands ?? []) + options).joined(separator: "\n")
  }

  private func row(_ condition: String, _ what: String, _ help: String) -> String {
    "complete -c holdback -n \(condition) \(what) -d \(help.inSingleQuotes)"
  }

  /// Returns what says that an option takes a value, and offers it.
  private func taking(_ kind: Placeholder.Kind) -> String {
    switch kind {
    case .text, .day, .path, .words:
      (["-x"] + [offers(kind)].compactMap(\.self)).joined(separator: " ")
    case .wordAndFile(let words):
      "-r -F -a '\(words.map { "\($0)=" }.joined(separator: " "))'"
    }
  }

  /// Returns what offers what a placeholder may be; nil where there is nothing to offer.
  private func offers(_ kind: Placeholder.Kind) -> String? {
    switch kind {
    case .text, .day: nil
    case .path(let endings):
      "-k -a '(__holdback_paths\(endings.map { " \($0)" }.joined()))'"
    case .words(let words), .wordAndFile(let words): "-a '\(words.joined(separator: " "))'"
    }
  }
}
