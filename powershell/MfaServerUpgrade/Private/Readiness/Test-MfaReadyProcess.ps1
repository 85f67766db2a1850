# A 32-bit process on a 64-bit system is shown another registry and another program folder.
function Test-MfaReadyProcess {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [pscustomobject]$Subject)
    $bitness = Get-MfaBitness
    if ($bitness.Is64BitSystem -and -not $bitness.Is64BitProcess) {
        New-MfaFinding -Code ProcessIs32Bit -Severity inhibitor -ComputerName $Subject.ComputerName
    }
}
