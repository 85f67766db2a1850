# The services of a simulated host. Directory synchronisation is installed stopped (WHFB).
function Get-MfaSimulatedService {
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param([Parameter(Mandatory)] [pscustomobject]$Planned)
    if ($null -ne (Get-MfaFarmMember -Object $Planned.Entry -Name 'mfaServer')) {
        [ordered]@{ name = 'MultiFactorAuth'; status = 'Running'; startType = 'Automatic'; path = '{files}/' + (Get-MfaSimulatedServer -Planned $Planned).Below + '/FIXTURE_MultiFactorAuthSvc.exe' }
        [ordered]@{ name = 'MultiFactorAuthAdSync'; status = 'Stopped'; startType = 'Manual' }
    }
    if ($Planned.Adapter) { [ordered]@{ name = 'adfssrv'; status = 'Running'; startType = 'Automatic' } }
    $web = 'webServiceSdk', 'userPortal', 'mobileAppWebService' | Where-Object -FilterScript { $null -ne (Get-MfaFarmMember -Object $Planned.Entry -Name $_) }
    if (@($web).Count -gt 0) { [ordered]@{ name = 'W3SVC'; status = 'Running'; startType = 'Automatic' } }
}
