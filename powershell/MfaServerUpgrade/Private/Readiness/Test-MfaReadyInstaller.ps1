# The setup lies on each server host, signed by Microsoft and of the target version. Asked once somebody has named its path.
function Test-MfaReadyInstaller {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [pscustomobject]$Subject)
    if (-not $Subject.Installer -or -not $Subject.TargetVersion) { return }
    if ($Subject.Component -notcontains 'mfaServer' -and $Subject.Component -notcontains 'phoneFactorAgent') { return }
    Get-MfaInstallerFinding -LiteralPath $Subject.Installer -Version $Subject.TargetVersion -ComputerName $Subject.ComputerName -Severity inhibitor
}
