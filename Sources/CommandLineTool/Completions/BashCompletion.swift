/// What teaches bash to complete commands; it asks for no more than the bash of 2007.
struct BashCompletion {
  let commands: [HelpText]

  var text: String {
    """
    # Completes holdback in bash; 'holdback completions bash' printed it.

    # Offers words that begin as the word before the cursor does.
    _holdback_words() {
      local word=$1 offer
      shift
      for offer in "$@"; do
        if [[ $offer == "$word"* ]]; then COMPREPLY+=("$offer"); fi
      done
    }

    # Offers folders, and files whose names end in one of the endings; all files where there is none.
    _holdback_paths() {
      local word=$1 path ending
      shift
      compopt -o filenames 2>/dev/null
      while IFS= read -r path; do
        if [[ $# -eq 0 || -d $path ]]; then
          COMPREPLY+=("$path")
        else
          for ending in "$@"; do
            if [[ $path == *"$ending" ]]; then COMPREPLY+=("$path"); fi
          done
        fi
      done < <(compgen -f -- "$word")
    }

    # Offers what may stand for the value of an option; false where the option takes none.
    _holdback_value() {
      case $1 in
    \(values.joined(separator: "\n"))
        *) return 1 ;;
      esac
    }

    _holdback() {
      local word=${COMP_WORDS[COMP_CWORD]} place=$((COMP_CWORD - 1)) command=${COMP_WORDS[1]} index
      COMPREPLY=()
      if [[ $COMP_CWORD -eq 1 ]]; then
        _holdback_words "$word" \(firstWords)
        return
      fi
      for ((index = 2; index < COMP_CWORD; index++)); do
        if [[ ${COMP_WORDS[index]} == -- ]]; then
          _holdback_operand "$command" "$word"
          return
        fi
      done
      # bash makes words of the @ in @FILE, and of the = in --option=value and in FORMAT=FILE.
      if [[ $word == @ || ${COMP_WORDS[place]} == @ ]]; then
        _holdback_paths "${word#@}"
        compopt +o filenames 2>/dev/null
        COMPREPLY=("${COMPREPLY[@]/#/@}")
        return
      fi
      if [[ $word == = ]]; then
        word=
      elif [[ ${COMP_WORDS[place]} == = ]]; then
        place=$((place - 1))
      fi
      if [[ $place -gt 2 && ${COMP_WORDS[place]} != -* ]]; then
        if [[ ${COMP_WORDS[place + 1]} == = ]]; then
          if [[ ${COMP_WORDS[place - 1]} == = ]]; then place=$((place - 1)); fi
          _holdback_value "$command ${COMP_WORDS[place - 1]}=" "$word"
          return
        fi
      elif [[ $place -ge 2 ]] && _holdback_value "$command ${COMP_WORDS[place]}" "$word"; then
        return
      fi
      if [[ $word == -* ]]; then
        case $command in
    \(options.joined(separator: "\n"))
        esac
      else
        _holdback_operand "$command" "$word"
      fi
    }

    _holdback_operand() {
      case $1 in
    \(operands.joined(separator: "\n"))
      esac
    }

    complete -F _holdback holdback

    """
  }

  private var firstWords: String {
    (commands.map(\.command) + HelpText.programOptions.map(\.name)).joined(separator: " ")
  }

  private var options: [String] {
    commands.map { command in
      let names = command.options.map(\.name).joined(separator: " ")
      return "      \(command.command)) _holdback_words \"$word\" \(names) ;;"
    }
  }

  private var operands: [String] {
    commands.compactMap { command in
      call(command.operandKind).map { "    \(command.command)) \($0) ;;" }
    }
  }

  private var values: [String] {
    commands.flatMap { command in
      command.options.flatMap { option -> [String] in
        guard let kind = option.value?.kind else { return [] }
        let name = "\(command.command) \(option.name)"
        let row = "    '\(name)') \(call(kind) ?? ":") ;;"
        guard case .wordAndFile = kind else { return [row] }
        return [row, "    '\(name)=') _holdback_paths \"$2\" ;;"]
      }
    }
  }

  /// Returns the call that offers what a placeholder may be; nil where there is nothing to offer.
  private func call(_ kind: Placeholder.Kind) -> String? {
    switch kind {
    case .text, .day: nil
    case .path(let endings): (["_holdback_paths \"$2\""] + endings).joined(separator: " ")
    case .words(let words): (["_holdback_words \"$2\""] + words).joined(separator: " ")
    case .wordAndFile(let words):
      "compopt -o nospace 2>/dev/null; _holdback_words \"$2\""
        + words.map { " \($0)=" }.joined()
    }
  }
}
