# Completion of rolewright for PowerShell: rolewright help completion
Register-ArgumentCompleter -Native -CommandName rolewright -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $before = @($commandAst.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { "$_" })
    [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
    # Where nothing is offered, PowerShell itself offers files.
    & rolewright complete '--' @before "word:$wordToComplete" 2>$null |
        Where-Object { $_ -notlike ':*' } |
        ForEach-Object {
            $value, $about = $_ -split "`t", 2
            if (-not $about) { $about = $value }
            # What stands before the value: --locale=
            if ($wordToComplete -match '^(--[^=]*=)') { $value = $Matches[1] + $value }
            [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $about)
        }
}
