# Starts a simulated node.
function Start-NlbClusterNode {
    [CmdletBinding(DefaultParameterSetName = 'NonPipeline')]
    param(
        [Parameter(ParameterSetName = 'NonPipeline', Position = 0)] [Alias('Host', 'HN', 'H')] [string]$HostName,
        [Parameter(ParameterSetName = 'Pipeline', Mandatory, ValueFromPipeline, ValueFromPipelineByPropertyName)] [object]$InputObject,
        [Parameter(ParameterSetName = 'NonPipeline')] [Alias('Interface', 'IN', 'I')] [string]$InterfaceName
    )
    process { Edit-MfaSimulatedNode -InputObject $InputObject -Value @{ state = 'serving' } }
}
