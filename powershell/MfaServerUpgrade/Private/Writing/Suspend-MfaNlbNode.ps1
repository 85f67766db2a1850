# Takes a node out of its Windows NLB cluster: a restart must not bring it back, so that is set first; then it is drained
# with a limit, stopped and suspended (NLB). Says whether the drain came to its end.
function Suspend-MfaNlbNode {
    [CmdletBinding()]
    [OutputType([bool])]
    param(
        [Parameter(Mandatory)] [object]$Node,
        [Parameter(Mandatory)] [int]$DrainSeconds
    )
    Assert-MfaWriteAllowed -LiteralPath (Get-MfaDefaultDestination)
    [void](Set-NlbClusterNode -InputObject $Node -InitialHostState 'Suspended' -RetainSuspended $true -ErrorAction Stop)
    [void](Stop-NlbClusterNode -InputObject $Node -Drain -Timeout $DrainSeconds -ErrorAction Stop)
    $state = Wait-MfaNlbState -Node $Node -State 'Stopped', 'Suspended' -Seconds $DrainSeconds
    [void](Suspend-NlbClusterNode -InputObject $Node -ErrorAction Stop)
    $state -ne 'Draining'
}

# Puts a node back: what it does after a restart first, then it is resumed and started.
function Resume-MfaNlbNode {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [object]$Node,
        [Parameter(Mandatory)] [string]$InitialHostState,
        [Parameter(Mandatory)] [bool]$RetainSuspended
    )
    Assert-MfaWriteAllowed -LiteralPath (Get-MfaDefaultDestination)
    [void](Set-NlbClusterNode -InputObject $Node -InitialHostState $InitialHostState -RetainSuspended $RetainSuspended -ErrorAction Stop)
    if ([string]$Node.State -eq 'Suspended') { [void](Resume-NlbClusterNode -InputObject $Node -ErrorAction Stop) }
    [void](Start-NlbClusterNode -InputObject $Node -ErrorAction Stop)
    [void](Wait-MfaNlbState -Node $Node -State 'Converged' -Seconds 120)
}

# Waits until a node is in one of these states, five seconds at a time and not longer than the limit. Gives its state.
function Wait-MfaNlbState {
    [CmdletBinding()]
    [OutputType([string])]
    param([object]$Node, [string[]]$State, [int]$Seconds)
    Assert-MfaWriteAllowed -LiteralPath (Get-MfaDefaultDestination)
    for ($waited = 0; $waited -lt $Seconds; $waited += 5) {
        $now = Get-MfaNlbState -Node $Node
        if ($State -contains $now) { break }
        Write-Information -MessageData ('  {0} is {1}.' -f $Node.Name, $now)
        Start-Sleep -Seconds 5
    }
    Get-MfaNlbState -Node $Node
}
