# The words of a command line as a program would see them: quotes hold blanks together and are gone.
function Read-MfaSimulatedArgument {
    [CmdletBinding()]
    [OutputType([string])]
    param([AllowNull()] [AllowEmptyCollection()] [string[]]$ArgumentList)
    foreach ($word in [regex]::Matches(($ArgumentList -join ' '), '(?:[^\s"]|"[^"]*")+')) { $word.Value.Replace('"', '') }
}

# The word after a switch, or nothing.
function Get-MfaSimulatedValue {
    [CmdletBinding()]
    [OutputType([string])]
    param([string[]]$Word, [string]$Switch)
    $place = [array]::FindIndex($Word, [Predicate[string]] { $args[0] -eq $Switch })
    if ($place -ge 0 -and $place + 1 -lt $Word.Count) { $Word[$place + 1] }
}
