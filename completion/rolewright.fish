# Completion of rolewright for fish: rolewright help completion
function __rolewright_offers
    set -l word (commandline -ct)
    set -l answer (rolewright complete -- (commandline -opc)[2..-1] "word:$word" 2>/dev/null)
    or return
    # What stands before the value: --locale=
    set -l before (string match -r -- '^--[^=]*=' "$word")
    if test (count $answer) -gt 1
        for line in $answer[1..-2]
            echo -- "$before$line"
        end
    else if test "$answer[-1]" = :files
        __fish_complete_path (string replace -- "$before" '' "$word")
    else if test "$answer[-1]" = :folders
        __fish_complete_directories (string replace -- "$before" '' "$word") ''
    end
end
complete -c rolewright -e
complete -c rolewright -f -a '(__rolewright_offers)'
