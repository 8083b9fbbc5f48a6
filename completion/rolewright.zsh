#compdef rolewright
# Completion of rolewright for zsh: rolewright help completion
_rolewright() {
  local -a offers
  local answer line otherwise
  answer=$(rolewright complete -- "${(@)words[2,CURRENT-1]}" "word:${words[CURRENT]}" 2>/dev/null) || return 1
  for line in "${(@f)answer}"; do
    case $line in
      :*) otherwise=${line#:} ;;
      *) offers+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}") ;;
    esac
  done
  # What stands before the value: --locale=
  [[ ${words[CURRENT]} == --*=* ]] && compset -P '*='
  if (($#offers)); then
    _describe rolewright offers
  elif [[ $otherwise == files ]]; then
    _files
  elif [[ $otherwise == folders ]]; then
    _files -/
  fi
}
if [[ ${zsh_eval_context[-1]} == loadautofunc ]]; then
  _rolewright "$@"
elif (($+functions[compdef])); then
  compdef _rolewright rolewright
fi
