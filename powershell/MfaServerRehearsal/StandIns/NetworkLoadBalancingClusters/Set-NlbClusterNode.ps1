# Sets what a simulated node does after a restart.
function Set-NlbClusterNode {
    [CmdletBinding(DefaultParameterSetName = 'NonPipeline')]
    param(
        [Alias('F')] [switch]$Force,
        [Parameter(ParameterSetName = 'NonPipeline', Position = 0)] [Alias('Host', 'HN', 'H')] [string]$HostName,
        [Alias('Priority', 'HP')] [Int32]$HostPriority,
        [Alias('IHS', 'State')] [object]$InitialHostState,
        [Parameter(ParameterSetName = 'Pipeline', Mandatory, ValueFromPipeline, ValueFromPipelineByPropertyName)] [object]$InputObject,
        [Parameter(ParameterSetName = 'NonPipeline', Mandatory)] [Alias('Interface', 'IN', 'I')] [string]$InterfaceName,
        [Alias('R')] [switch]$Reload,
        [Alias('RS')] [bool]$RetainSuspended
    )
    process {
        $value = @{}
        if ($PSBoundParameters.ContainsKey('InitialHostState')) { $value['initialHostState'] = [string]$InitialHostState }
        if ($PSBoundParameters.ContainsKey('RetainSuspended')) { $value['retainSuspended'] = $RetainSuspended }
        Edit-MfaSimulatedNode -InputObject $InputObject -Value $value
    }
}
