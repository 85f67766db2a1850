# Ends the suspension of a simulated node.
function Resume-NlbClusterNode {
    [CmdletBinding(DefaultParameterSetName = 'NonPipeline')]
    param(
        [Parameter(ParameterSetName = 'NonPipeline', Position = 0)] [Alias('Host', 'HN', 'H')] [string]$HostName,
        [Parameter(ParameterSetName = 'Pipeline', Mandatory, ValueFromPipeline, ValueFromPipelineByPropertyName)] [object]$InputObject,
        [Parameter(ParameterSetName = 'NonPipeline', Position = 1)] [Alias('Interface', 'IN', 'I')] [string]$InterfaceName
    )
    # inferred: a node of Windows NLB whose suspension has ended is stopped until it is started
    process { Edit-MfaSimulatedNode -InputObject $InputObject -Value @{ state = 'stopped' } }
}
