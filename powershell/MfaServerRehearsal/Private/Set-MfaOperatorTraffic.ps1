# Takes a host out of the pools, or of those that serve one thing, and where asked out of the lists of the clients, or puts it
# back. Windows NLB is left to the function where one does that part.
function Set-MfaOperatorTraffic {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'Changes the simulated farm only.')]
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [string]$HostName,
        [Parameter(Mandatory)] [ValidateSet('serving', 'stopped')] [string]$State,
        [string]$Serves,
        [switch]$Clients,
        [switch]$BesideFunction
    )
    $farm = Read-MfaStandInFarm
    $members = @($farm.pools) | Where-Object -FilterScript { ($_.kind -ne 'windowsNlb' -or -not $BesideFunction) -and (-not $Serves -or $_.serves -eq $Serves) } | ForEach-Object -Process { $_.members } | Where-Object -FilterScript { $_.host -eq $HostName }
    foreach ($member in $members) { $member.state = $State }
    $lists = @(if ($Clients) { @($farm.clients) | Where-Object -FilterScript { @($_.agreed) -contains $HostName } })
    foreach ($client in $lists) {
        $asked = @($client.servers) + @(if ($State -eq 'serving') { $HostName })
        # The order is the one that was agreed.
        $client.servers = @(@($client.agreed) | Where-Object -FilterScript { $asked -contains $_ -and ($State -eq 'serving' -or $_ -ne $HostName) })
    }
    Write-MfaStandInFarm -Farm $farm
    # A node of AD FS that no pool names is behind something that farm.json does not know.
    if (-not $Clients) { Set-MfaSimulatedTraffic -HostName $HostName -InTraffic ($State -eq 'serving') }
    Watch-MfaSimulatedAdfs
    $what = if ($State -eq 'serving') { 'put {0} back into {1} pools and {2} client lists' } else { 'took {0} out of {1} pools and {2} client lists' }
    $what -f $HostName, @($members).Count, $lists.Count
}

# Makes a server the master, as its console offers it.
function Set-MfaOperatorMaster {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'Changes the simulated farm only.')]
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [string]$HostName,
        [switch]$BesideFunction
    )
    $farm = Read-MfaStandInFarm
    $farm.master = $HostName
    Write-MfaStandInFarm -Farm $farm
    'made {0} the master{1}' -f $HostName, $(if ($BesideFunction) { ' in its console' })
}
