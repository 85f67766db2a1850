# Gives a service of the simulated host another status or start type. A disabled service does not start.
function Set-MfaStandInService {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet]$Cmdlet,
        [Parameter(Mandatory)] [string]$Name,
        [string]$Status,
        [string]$StartType
    )
    $services = @(Read-MfaStandInFile -Name 'services.json' | Where-Object -FilterScript { $_ })
    $service = $services | Where-Object -Property name -EQ -Value $Name
    if ($null -eq $service) { return Write-MfaMissingService -Cmdlet $Cmdlet -Name $Name }
    if ($StartType) { $service.startType = $StartType }
    if ($Status -eq 'Running' -and $service.startType -eq 'Disabled') { throw "The service $Name is disabled and does not start." }
    if ($Status) { $service.status = $Status }
    Write-MfaStandInFile -Name 'services.json' -Value $services
}
