# The core service of MFA Server (DEP-19). Its start type is kept, because the setup must leave it as it was.
function Test-MfaReadyServerService {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [pscustomobject]$Subject)
    if ($Subject.Component -notcontains 'mfaServer') { return }
    $service = Get-MfaService -Name 'MultiFactorAuth'
    $given = @{ ComputerName = $Subject.ComputerName }
    if ($null -eq $service) { New-MfaFinding -Code ServerServiceMissing -Severity inhibitor @given }
    elseif ([string]$service.Status -ne 'Running') { New-MfaFinding -Code ServerServiceStopped -Severity inhibitor -Value $service.Status, $service.StartType @given }
    else { New-MfaFinding -Code ServerServiceRunning -Severity information -Value $service.StartType @given }
}
