# Completion of rolewright for bash: rolewright help completion
_rolewright() {
  local -a typed=()
  local at word answer line joins=
  # Bash takes “=” and “:” for the ends of words: --locale=ru comes as three.
  for ((at = 1; at <= COMP_CWORD; at++)); do
    word=${COMP_WORDS[at]}
    if [[ ${#typed[@]} -gt 0 && ($joins || $word == [=:]*) ]]; then
      typed[${#typed[@]} - 1]+=$word
    else
      typed+=("$word")
    fi
    joins=
    [[ $word == *[=:] ]] && joins=yes
  done
  at=$((${#typed[@]} - 1))
  word=${typed[at]}
  unset 'typed[at]'
  COMPREPLY=()
  answer=$(rolewright complete -- ${typed[@]+"${typed[@]}"} "word:$word" 2>/dev/null) || return 0
  while IFS= read -r line; do
    case $line in
      :files) ;;
      :folders) compopt +o default -o dirnames 2>/dev/null ;;
      :nothing) compopt +o default 2>/dev/null ;;
      *) COMPREPLY+=("${line%%$'\t'*}") ;;
    esac
  done <<<"$answer"
  return 0
}
complete -o default -F _rolewright rolewright
