# From version 7.0 on every component needs .NET Framework 4.5 (SEED-A), which is Release 378389 or higher (NET).
# Where the installed version is not known the host may be crossing 7.0, so it is asked too.
function Test-MfaReadyDotNet {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [pscustomobject]$Subject)
    if ($Subject.InstalledVersion -and -not (Test-MfaVersionBelow -Version $Subject.InstalledVersion -Than '7.0')) { return }
    if ($Subject.TargetVersion -and (Test-MfaVersionBelow -Version $Subject.TargetVersion -Than '7.0')) { return }
    $release = Get-MfaRegistryValue -Key 'HKLM:\SOFTWARE\Microsoft\NET Framework Setup\NDP\v4\Full' -Name 'Release'
    if ($null -eq $release -or [long]$release -lt 378389) {
        New-MfaFinding -Code DotNetTooOld -Severity inhibitor -ComputerName $Subject.ComputerName
    }
}
