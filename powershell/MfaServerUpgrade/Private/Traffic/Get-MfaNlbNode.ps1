# The nodes that this host is in its Windows NLB clusters, one for each interface: in all of them, or in those that are meant. The
# farm file knows a cluster by its nodes and Windows by an interface, so it is found by its nodes. A host that is none is refused.
function Get-MfaNlbNode {
    [CmdletBinding()]
    [OutputType([object])]
    param([AllowEmptyCollection()] [string[]]$Cluster = @())
    $own = @((Get-MfaComputerIdentity).Names)
    $nodes = @(Get-NlbClusterNode -ErrorAction Stop | Where-Object -FilterScript { $own -contains [string]$_.Name })
    if ($nodes.Count -eq 0) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code NlbNodeNotFound -Category InvalidArgument -Target $env:COMPUTERNAME -Value $env:COMPUTERNAME))
    }
    if ($Cluster.Count -eq 0) { return $nodes }
    $known = @{}
    foreach ($node in $nodes) { $known[[string]$node.Interface] = @((Get-NlbClusterNode -InterfaceName $node.Interface -ErrorAction Stop).Name) }
    $meant = foreach ($one in $Cluster) {
        $found = @($nodes | Where-Object -FilterScript { Test-MfaSameNode -Name $known[[string]$_.Interface] -Other $one.Split(',') })
        if ($found.Count -eq 0) {
            $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code NlbClusterNotFound -Category InvalidArgument -Target $env:COMPUTERNAME -Value $env:COMPUTERNAME, $one))
        }
        $found
    }
    @($meant | Sort-Object -Property Interface -Unique)
}

# Whether two lists name the same hosts, in any order. One of two names may leave its suffix out, as a cluster may do.
function Test-MfaSameNode {
    [CmdletBinding()]
    [OutputType([bool])]
    param([Parameter(Mandatory)] [string[]]$Name, [Parameter(Mandatory)] [string[]]$Other)
    $isKnown = { param($one, $names) @($names | Where-Object -FilterScript { $_ -eq $one -or (-not ($_.Contains('.') -and $one.Contains('.')) -and $_.Split('.')[0] -eq $one.Split('.')[0]) }).Count -gt 0 }
    $Name.Count -eq $Other.Count -and @($Other | Where-Object -FilterScript { -not (& $isKnown $_ $Name) }).Count -eq 0
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
