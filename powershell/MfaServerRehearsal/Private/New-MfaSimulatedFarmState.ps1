# What the hosts of a simulated farm share, as the evening begins: everybody serves, every client has its own list.
function New-MfaSimulatedFarmState {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Farm,
        [Parameter(Mandatory)] [string]$LiteralPath,
        [AllowEmptyCollection()] [object[]]$Fault = @()
    )
    if ([System.IO.File]::Exists($LiteralPath)) { return }
    $pools = foreach ($pool in @(Get-MfaFarmMember -Object $Farm -Name 'loadBalancers')) {
        if ($null -eq $pool) { continue }
        $members = foreach ($member in @($pool.members)) { [ordered]@{ host = ConvertTo-MfaRehearsalName -Name $member; state = 'serving'; initialHostState = 'Started'; retainSuspended = $false } }
        [ordered]@{ name = $pool.name; kind = $pool.kind; serves = $pool.serves; members = @($members) }
    }
    $clients = foreach ($client in @(Get-MfaFarmMember -Object $Farm -Name 'clients')) {
        if ($null -eq $client) { continue }
        $servers = @(@(Get-MfaFarmMember -Object $client -Name 'servers') | Where-Object -FilterScript { $_ } | ForEach-Object -Process { ConvertTo-MfaRehearsalName -Name $_ })
        [ordered]@{ name = $client.name; kind = $client.kind; servers = $servers; agreed = $servers }
    }
    $master = Get-MfaFarmServer -Farm $Farm | Where-Object -Property Role -In -Value 'master', 'primary' | Select-Object -First 1
    $state = [ordered]@{
        minutes = 0; targetVersion = $Farm.targetVersion; master = if ($master) { ConvertTo-MfaRehearsalName -Name $master.Entry.name } else { '' }
        pools = @($pools); clients = @($clients); faults = @($Fault); changes = @(); violations = @()
    }
    Write-MfaSimulatedJson -LiteralPath $LiteralPath -Value $state
}
