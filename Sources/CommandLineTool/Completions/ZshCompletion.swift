/// What teaches zsh to complete commands.
struct ZshCompletion {
  let commands: [HelpText]

  var text: String {
    """
    #compdef holdback
    # Completes holdback in zsh; 'holdback completions zsh' printed it.

    # Offers files that match a pattern, and after @ any file.
    _holdback_paths() {
      if compset -P @; then _files; else _files -g "$1"; fi
    }

    # Offers FORMAT=, and after it files.
    _holdback_word_and_file() {
      if compset -P '*='; then _files; else compadd -q -S = -- "$@"; fi
    }

    _holdback() {
      local context state state_descr line
      typeset -A opt_args
      _arguments -C \\
    \(programOptions.joined(separator: "\n"))
        '1: :->command' \\
        '*:: :->arguments'
      case $state in
        command)
          local -a commands=(
    \(rows.joined(separator: "\n"))
          )
          _describe command commands
          ;;
        arguments)
          case $line[1] in
    \(cases.joined(separator: "\n"))
          esac
          ;;
      esac
    }

    if [[ $funcstack[1] == _holdback ]]; then
      _holdback "$@"
    else
      compdef _holdback holdback
    fi

    """
  }

  private var programOptions: [String] {
    HelpText.programOptions.map { option in
      "    " + "(- : *)\(option.name)[\(option.help.inBrackets)]".inSingleQuotes + " \\"
    }
  }

  private var rows: [String] {
    commands.map { "        " + "\($0.command):\($0.summary)".inSingleQuotes }
  }

  private var cases: [String] {
    commands.map { command in
      let operands = operands(command).map { [$0] } ?? []
      let specifications = command.options.map(specification) + operands
      let lines = ["          _arguments"] + specifications.map { "            \($0)" }
      return """
                \(command.command))
        \(lines.joined(separator: " \\\n"))
                  ;;
        """
    }
  }

  private func specification(_ option: OptionText) -> String {
    let text = "\(option.name)\(option.value == nil ? "" : "=")[\(option.help.inBrackets)]"
    let value = option.value.map { ":\($0.name):\(action($0.kind))" } ?? ""
    return ((option.isRepeatable ? "*" : "") + text + value).inSingleQuotes
  }

  private func operands(_ command: HelpText) -> String? {
    command.operands.isEmpty
      ? nil : "*:\(command.operands.inBrackets):\(action(command.operandKind))".inSingleQuotes
  }

  private func action(_ kind: Placeholder.Kind) -> String {
    switch kind {
    case .text, .day: " "
    case .path(let endings):
      // The space before it has zsh call it with these words alone.
      endings.isEmpty ? "_files" : " _holdback_paths \"*(\(endings.joined(separator: "|")))(-.)\""
    case .words(let words): "(\(words.joined(separator: " ")))"
    case .wordAndFile(let words): " _holdback_word_and_file \(words.joined(separator: " "))"
    }
  }
}

extension String {
  /// The text as it stands in an explanation, where brackets and colons would end it.
  fileprivate var inBrackets: String {
    String(flatMap { "[]:\\".contains($0) ? "\\\($0)" : String($0) })
  }
}
