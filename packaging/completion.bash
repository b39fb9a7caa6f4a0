# Completion of `anteroom` for bash: commands and options are those that the program's own help names.
_anteroom() {
  local cur prev words cword
  _init_completion || return
  local command= word
  for word in "${words[@]:1:cword-1}"; do
    case $word in -*) ;; *) command=$word; break ;; esac
  done
  case $prev in
    --config | --content | --out | --pack) _filedir; return ;;
  esac
  if [[ $cur == -* ]]; then
    COMPREPLY=($(compgen -W "$(anteroom ${command:+"$command"} --help 2>/dev/null | grep -oE '(^|[ ,])--?[a-z][a-z-]*')" -- "$cur"))
  elif [[ -z $command ]]; then
    COMPREPLY=($(compgen -W "$(anteroom --help 2>/dev/null | sed -n '/^Subcommands:/,/^$/s/^  \([a-z-]*\) .*/\1/p')" -- "$cur"))
  else
    _filedir
  fi
} && complete -F _anteroom anteroom
