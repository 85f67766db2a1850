# On a node of an AD FS farm the service must run: every AD FS cmdlet of the upgrade asks it.
function Test-MfaReadyAdfsService {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [pscustomobject]$Subject)
    if ($Subject.Component -notcontains 'adfs') { return }
    $service = Get-MfaService -Name 'adfssrv'
    $given = @{ Severity = 'inhibitor'; ComputerName = $Subject.ComputerName }
    if ($null -eq $service) { New-MfaFinding -Code AdfsServiceMissing @given }
    elseif ([string]$service.Status -ne 'Running') { New-MfaFinding -Code AdfsServiceStopped -Value $service.Status @given }
}
