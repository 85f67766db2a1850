# Files that Windows replaces at its next start (PENDMOVES) belong to an installation that has not come to its end. The setup
# is not started before; many programs leave some, so it is told early and blocks nothing else.
function Test-MfaReadyRestart {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [pscustomobject]$Subject)
    if (Test-MfaRestartPending) { New-MfaFinding -Code RestartAhead -Severity warning -ComputerName $Subject.ComputerName -Value $Subject.ComputerName }
}
