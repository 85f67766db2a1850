# Lets each secondary of WID take what its AD FS primary holds, as often as its poll duration has passed by now.
function Sync-MfaSimulatedAdfs {
    [CmdletBinding()]
    param()
    $minutes = (Read-MfaStandInFarm).minutes
    foreach ($file in Get-MfaStandInAdfsFile) {
        $adfs = Read-MfaStandInFile -Name $file
        $changed = @($adfs.nodes | Where-Object -FilterScript { Sync-MfaSimulatedNode -Adfs $adfs -Node $_ -Minute $minutes })
        if ($changed.Count -gt 0) { Write-MfaStandInFile -Name $file -Value $adfs }
    }
}

# One node: whether it has synced. Where it could not ask, its next sync comes when it can again.
function Sync-MfaSimulatedNode {
    [CmdletBinding()]
    [OutputType([bool])]
    param([pscustomobject]$Adfs, [pscustomobject]$Node, [double]$Minute)
    if (-not (Test-MfaSimulatedSecondary -Adfs $Adfs -HostName $Node.host)) { return $false }
    # documented: WID, a secondary polls every five minutes unless that was changed
    $every = $Node.pollSeconds / 60
    $times = [Math]::Floor(($Minute - $Node.syncedMinute) / $every + 1e-6)
    if ($times -lt 1) { return $false }
    # documented: PS-Sync, it fetches from the AD FS primary, so the service runs on both
    if (-not ((Test-MfaSimulatedService -HostName $Node.host -Name 'adfssrv') -and (Test-MfaSimulatedService -HostName $Adfs.primary -Name 'adfssrv'))) { return $false }
    $Node.syncedMinute = [Math]::Round($Node.syncedMinute + $times * $every, 3)
    $Node.copy = $Adfs.database
    $true
}

# Minutes until the next poll of any secondary.
function Get-MfaSimulatedNextSync {
    [CmdletBinding()]
    [OutputType([double])]
    param()
    $minutes = (Read-MfaStandInFarm).minutes
    $next = [double]::MaxValue
    foreach ($adfs in Get-MfaStandInAdfsFile | ForEach-Object -Process { Read-MfaStandInFile -Name $_ }) {
        foreach ($node in $adfs.nodes | Where-Object -FilterScript { Test-MfaSimulatedSecondary -Adfs $adfs -HostName $_.host }) {
            $every = $node.pollSeconds / 60
            $since = [Math]::Max(0, $minutes - $node.syncedMinute) % $every
            $next = [Math]::Min($next, $every - $since)
        }
    }
    [Math]::Max($next, 0.05)
}
