function Suspend-MfaHostTraffic {
    <#
    .SYNOPSIS
    Takes this host out of its Windows NLB clusters, so that a restart does not bring it back.
    .DESCRIPTION
    Refuses where no other node of a cluster answers. Keeps in a file of the upgrade what each node does after a restart, sets
    that to stay suspended, drains the node with a limit, stops and suspends it. Sources: NLB, HA.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .PARAMETER UpgradeId
    Upgrade that takes the host out.
    .PARAMETER State
    What should be afterwards: out. It is for the check that follows, which looks for it.
    .PARAMETER Last
    Whether the last node that answers may leave: never, alone in a cluster of one node, or asWhole where all nodes leave together.
    .PARAMETER Cluster
    Clusters that are meant, each by its nodes, joined by commas. Absent: every cluster of this host.
    .PARAMETER DrainSeconds
    How long existing connections may last. Codes by text message live for 300 seconds (FAQ).
    .OUTPUTS
    The state of each node before and after, and whether the drain came to its end.
    .EXAMPLE
    Suspend-MfaHostTraffic -ComputerName web01.contoso.example -UpgradeId 4f1c
    #>
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSReviewUnusedParameter', 'State', Justification = 'Handed on to the check that follows.')]
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'Medium')]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$')] [string]$UpgradeId,
        [ValidateSet('out')] [string]$State = 'out',
        [ValidateSet('never', 'alone', 'asWhole')] [string]$Last = 'never',
        [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}(,[A-Za-z0-9_][A-Za-z0-9_.-]{0,252})*$')] [string[]]$Cluster = @(),
        [ValidateRange(5, 3600)] [int]$DrainSeconds = 300
    )
    Assert-MfaComputer -ComputerName $ComputerName
    $nodes = @(Get-MfaNlbNode -Cluster $Cluster)
    $before = @($nodes | ForEach-Object -Process { ConvertTo-MfaTrafficState -Node $_ })
    $evidence = [pscustomobject]@{ ComputerName = $ComputerName; Changed = $false; Before = $before; After = $before; Drained = $null }
    $inside = @($nodes | Where-Object -FilterScript { [string]$_.State -ne 'Suspended' -or (Test-MfaComesBack -State (ConvertTo-MfaTrafficState -Node $_)) })
    if ($inside.Count -eq 0) {
        Write-Information -MessageData 'Nothing to do: this host is out of its clusters.'
        return $evidence
    }
    foreach ($node in $inside) { Assert-MfaNlbOther -Node $node -Last $Last }
    if (-not $PSCmdlet.ShouldProcess($ComputerName, 'Take the host out of its Windows NLB clusters')) { return $evidence }
    $path = Get-MfaTrafficPath -UpgradeId $UpgradeId
    # What was found first is what is put back, also when a run was broken off half way.
    if (-not (Test-Path -LiteralPath $path -PathType Leaf)) { New-MfaTextFile -LiteralPath $path -Text (ConvertTo-Json -InputObject $before) }
    $drained = @($inside | ForEach-Object -Process { Suspend-MfaNlbNode -Node $_ -DrainSeconds $DrainSeconds })
    $evidence.Drained = $drained -notcontains $false
    if (-not $evidence.Drained) { Write-Information -MessageData ('Some connections were still open after {0} seconds, and were ended.' -f $DrainSeconds) }
    $evidence.After = @(Get-MfaNlbNode -Cluster $Cluster | ForEach-Object -Process { ConvertTo-MfaTrafficState -Node $_ })
    $evidence.Changed = $true
    $evidence
}
