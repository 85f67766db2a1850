# The web components run in IIS.
function Test-MfaReadyWebServer {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [pscustomobject]$Subject)
    if (@(Get-MfaWebComponentName -Subject $Subject).Count -eq 0) { return }
    $service = Get-MfaService -Name 'W3SVC'
    $given = @{ Severity = 'inhibitor'; ComputerName = $Subject.ComputerName }
    if ($null -eq $service) { New-MfaFinding -Code WebServerMissing @given }
    elseif ([string]$service.Status -ne 'Running') { New-MfaFinding -Code WebServerStopped -Value $service.Status @given }
}

# The web components among what a host carries.
function Get-MfaWebComponentName {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [pscustomobject]$Subject)
    $Subject.Component | Where-Object -FilterScript { $_ -in 'webServiceSdk', 'userPortal', 'mobileAppWebService' }
}
