# The nodes that this host is in its Windows NLB clusters, one for each interface. A host that is none is refused.
function Get-MfaNlbNode {
    [CmdletBinding()]
    [OutputType([object])]
    param()
    $own = @((Get-MfaComputerIdentity).Names)
    $nodes = @(Get-NlbClusterNode -ErrorAction Stop | Where-Object -FilterScript { $own -contains [string]$_.Name })
    if ($nodes.Count -eq 0) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code NlbNodeNotFound -Category InvalidArgument -Target $env:COMPUTERNAME -Value $env:COMPUTERNAME))
    }
    $nodes
}

# The state of a node, asked anew.
function Get-MfaNlbState {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [object]$Node)
    [string](Get-NlbClusterNode -InterfaceName $Node.Interface -NodeName $Node.Name -ErrorAction Stop | Select-Object -First 1).State
}

# What a step needs to know of a node. Whether the last two can be read is not documented: null where they cannot.
function ConvertTo-MfaTrafficState {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [object]$Node)
    $initial = $Node.PSObject.Properties['InitialHostState']
    $retain = $Node.PSObject.Properties['RetainSuspended']
    [pscustomobject]@{
        Name             = [string]$Node.Name
        Interface        = [string]$Node.Interface
        State            = [string]$Node.State
        InitialHostState = if ($null -ne $initial) { [string]$initial.Value }
        RetainSuspended  = if ($null -ne $retain) { [bool]$retain.Value }
    }
}

# Whether a restart brings a node back into traffic, as far as the cluster tells.
function Test-MfaComesBack {
    [CmdletBinding()]
    [OutputType([bool])]
    param([Parameter(Mandatory)] [pscustomobject]$State)
    $State.InitialHostState -eq 'Started' -or ($null -ne $State.RetainSuspended -and -not $State.RetainSuspended)
}

# Refuses to take out the last node that answers, where the upgrade did not foresee it: people would meet nobody.
function Assert-MfaNlbOther {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [object]$Node,
        [Parameter(Mandatory)] [string]$Last
    )
    if ($Last -eq 'asWhole') { return }
    $others = @(Get-NlbClusterNode -InterfaceName $Node.Interface -ErrorAction Stop | Where-Object -FilterScript { [string]$_.Name -ne [string]$Node.Name })
    if ($others.Count -eq 0 -and $Last -eq 'alone') { return }
    if (@($others | Where-Object -FilterScript { [string]$_.State -eq 'Converged' }).Count -gt 0) { return }
    $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code TrafficNobodyElse -Category InvalidArgument -Target $Node.Name -Value $Node.Name, $Node.Interface))
}

# Where an upgrade keeps on this host what its nodes did after a restart before it came.
function Get-MfaTrafficPath {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string]$UpgradeId)
    Get-MfaUpgradePath -UpgradeId $UpgradeId -Name 'traffic.json'
}
