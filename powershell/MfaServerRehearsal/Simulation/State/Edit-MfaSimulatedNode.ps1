# Changes members of the simulated pools. Only nodes that were handed over are simulated, no names.
function Edit-MfaSimulatedNode {
    [CmdletBinding()]
    param(
        [AllowNull()] [object]$InputObject,
        [Parameter(Mandatory)] [hashtable]$Value
    )
    if ($null -eq $InputObject) { Deny-MfaStandInAct -Name 'a change of a node by its name' }
    foreach ($node in $InputObject) {
        $farm = Read-MfaStandInFarm
        $member = ($farm.pools | Where-Object -Property name -EQ -Value $node.Interface).members | Where-Object -Property host -EQ -Value $node.Name
        foreach ($name in $Value.Keys) { $member.$name = $Value[$name] }
        Write-MfaStandInFarm -Farm $farm
        Watch-MfaSimulatedAdfs
    }
}

# A member as the cluster shows it. Each pool has an interface of its own here.
function ConvertTo-MfaNlbNode {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([pscustomobject]$Member, [pscustomobject]$Pool)
    $state = @{ serving = 'Converged'; draining = 'Draining'; stopped = 'Stopped'; suspended = 'Suspended' }[[string]$Member.state]
    # documented: NLB, the output shows Name, State, Interface and HostID
    # inferred: what Set-NlbClusterNode sets can be read from Get-NlbClusterNode
    [pscustomobject]@{
        Name = $Member.host; State = $state; Interface = $Pool.name; HostID = [array]::IndexOf(@($Pool.members.host), $Member.host) + 1
        InitialHostState = $Member.initialHostState; RetainSuspended = $Member.retainSuspended
    }
}
