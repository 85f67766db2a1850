# Gives a service of the simulated host another status or start type. A disabled service does not start.
function Set-MfaStandInService {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet]$Cmdlet,
        [Parameter(Mandatory)] [string]$Name,
        [string]$Status,
        [string]$StartType,
        [switch]$Restart,
        [switch]$Force
    )
    $services = @(Read-MfaStandInFile -Name 'services.json' | Where-Object -FilterScript { $_ })
    $service = $services | Where-Object -Property name -EQ -Value $Name
    if ($null -eq $service) { return Write-MfaMissingService -Cmdlet $Cmdlet -Name $Name }
    if ($StartType) { $service.startType = $StartType }
    if ($Status -eq 'Running' -and $service.startType -eq 'Disabled') { throw "The service $Name is disabled and does not start." }
    if ($Status) { $service.status = $Status }
    $stopped = @(if ($Status -eq 'Stopped' -or $Restart) { $services | Where-Object -FilterScript { $_.status -eq 'Running' -and (Get-MfaStandInDependency -Service $_) -contains $Name } })
    if ($stopped.Count -gt 0 -and -not $Force) { throw "Cannot stop service '$Name' because it has dependent services. It can only be stopped if the Force flag is set." }
    # inferred: drs of 2012 R2 depends on adfssrv and stays stopped when that starts again
    foreach ($one in $stopped) { $one.status = 'Stopped' }
    $isAdfs = $Name -eq 'adfssrv' -and $Status -eq 'Running'
    if ($isAdfs) {
        # Nobody is answered while AD FS starts.
        $service.status = 'Stopped'
        Write-MfaStandInFile -Name 'services.json' -Value $services
        # inferred: AD FS takes a minute to start
        Add-MfaSimulatedMinute -Minute 1
        $service.status = 'Running'
    }
    Write-MfaStandInFile -Name 'services.json' -Value $services
    if ($isAdfs) { Start-MfaSimulatedAdfs }
}

# The services that a service depends on.
function Get-MfaStandInDependency {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [pscustomobject]$Service)
    $member = $Service.PSObject.Properties['dependsOn']
    if ($null -ne $member) { $member.Value }
}
