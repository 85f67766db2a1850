function New-MfaRehearsalFarm {
    <#
    .SYNOPSIS
    Makes a simulated farm: one folder for each host, with its files, registry and services, and a database for each AD FS farm.
    .DESCRIPTION
    Hosts that are there already stay as they are, so that a rehearsal goes on. Each host appears whole or not at all.
    .PARAMETER Farm
    The content of farm.json.
    .PARAMETER Destination
    Folder of the simulated hosts.
    .PARAMETER Fault
    What is to go wrong, of a farm that is made now: host, program (its file name) and exitCode of each fault.
    .EXAMPLE
    New-MfaRehearsalFarm -Farm (Get-Content -Raw ./farm.json | ConvertFrom-Json) -Destination ./hosts
    Makes the hosts of farm.json that are not there yet.
    #>
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'Low')]
    [OutputType([void])]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Farm,
        [Parameter(Mandatory)] [string]$Destination,
        [AllowEmptyCollection()] [object[]]$Fault = @()
    )
    if (Test-MfaRehearsalFarm -Farm $Farm -Destination $Destination) { return }
    $plan = @(Get-MfaRehearsalPlan -Farm $Farm)
    if (-not $PSCmdlet.ShouldProcess($Destination, 'Make the simulated hosts')) { return }
    [void][System.IO.Directory]::CreateDirectory($Destination)
    Get-ChildItem -LiteralPath $Destination -Directory -Force -Filter '.making-*' | ForEach-Object -Process { [System.IO.Directory]::Delete($_.FullName, $true) }
    foreach ($planned in $plan) { New-MfaSimulatedHost -Planned $planned -Destination $Destination }
    New-MfaSimulatedAdfs -Farm $Farm -Destination (Join-Path -Path $Destination -ChildPath '.adfs')
    New-MfaSimulatedFarmState -Farm $Farm -LiteralPath (Join-Path -Path $Destination -ChildPath '.farm.json') -Fault $Fault
}
