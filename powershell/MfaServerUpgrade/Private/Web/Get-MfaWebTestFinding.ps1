# Whether a web component reaches the Web Service SDK by its own web.config. A portal on an MFA server may ask its own
# service instead.
function Get-MfaWebTestFinding {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Application,
        [Parameter(Mandatory)] [string]$ComputerName
    )
    $given = @{ ComputerName = $ComputerName }
    $setting = Get-MfaWebSdkSetting -LiteralPath (Join-Path -Path $Application.PhysicalPath -ChildPath 'web.config')
    if (Test-MfaAsksSdk -Component $Application.Component -Setting $setting) { return Get-MfaSdkFinding -Setting $setting @given }
    $service = Get-MfaService -Name 'MultiFactorAuth'
    if ($null -eq $service) { New-MfaFinding -Code PortalUsesNoSdk -Severity error -Value $Application.Name @given }
    elseif ([string]$service.Status -ne 'Running') { New-MfaFinding -Code PortalServiceStopped -Severity error -Value $service.Status @given }
}
