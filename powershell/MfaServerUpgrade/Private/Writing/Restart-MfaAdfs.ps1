# Restarts AD FS on this node and starts what ran and stopped with it (drs on 2012 R2). Gives when it is ready: event 100 after
# this restart, then an answer of the probe.
function Restart-MfaAdfs {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string]$ComputerName, [Parameter(Mandatory)] [int]$LimitSeconds)
    Assert-MfaWriteAllowed -LiteralPath (Get-MfaDefaultDestination)
    $ran = @(Get-Service -Name 'adfssrv' -DependentServices -ErrorAction Stop | Where-Object -FilterScript { [string]$_.Status -eq 'Running' } | ForEach-Object -Process { [string]$_.Name })
    $newest = Get-MfaAdfsNewestEvent
    Restart-Service -Name 'adfssrv' -Force -ErrorAction Stop
    foreach ($name in $ran) { Start-Service -Name $name -ErrorAction Stop }
    for ($waited = 0; $waited -lt $LimitSeconds; $waited += 5) {
        $ready = @(Read-MfaAdfsLog -Filter @{ LogName = 'AD FS/Admin'; Id = 100 } | Where-Object -FilterScript { [long]$_.RecordId -gt $newest })
        if ($ready.Count -gt 0 -and -not (Get-MfaAdfsProbe -ComputerName $ComputerName)) { return }
        Start-Sleep -Seconds 5
    }
    $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code AdfsNotReady -Category InvalidResult -Target $ComputerName -Value $ComputerName, $LimitSeconds))
}

# Restarts AD FS with what the AD FS primary holds now: a secondary syncs first. Gives whether a sync was waited for.
function Restart-MfaAdfsSynced {
    [CmdletBinding()]
    [OutputType([bool])]
    param([AllowNull()] [pscustomobject]$Node, [Parameter(Mandatory)] [string]$ComputerName, [Parameter(Mandatory)] [int]$LimitSeconds)
    Assert-MfaWriteAllowed -LiteralPath (Get-MfaDefaultDestination)
    $isSecondary = $null -ne $Node -and $Node.IsSecondary
    if ($isSecondary) { Wait-MfaAdfsSync -Node $Node }
    Restart-MfaAdfs -ComputerName $ComputerName -LimitSeconds $LimitSeconds
    $isSecondary
}

# Waits until this secondary has synced once more. A sync that begins after now holds all that was written before now.
function Wait-MfaAdfsSync {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [pscustomobject]$Node)
    Assert-MfaWriteAllowed -LiteralPath (Get-MfaDefaultDestination)
    $limit = 2 * [int]$Node.PollSeconds + 120
    for ($waited = 0; $waited -lt $limit; $waited += 5) {
        if ((Get-MfaAdfsNode).LastSync -ne $Node.LastSync) { return }
        Start-Sleep -Seconds 5
    }
    $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code AdfsNotSynced -Category InvalidArgument -Target $env:COMPUTERNAME -Value $env:COMPUTERNAME, $Node.Primary, $limit))
}

# Sets how often this secondary asks the AD FS primary.
function Set-MfaAdfsPoll {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [int]$Seconds)
    Assert-MfaWriteAllowed -LiteralPath (Get-MfaDefaultDestination)
    Set-AdfsSyncProperties -PollDuration $Seconds -ErrorAction Stop
}
