# Stops a simulated node. Draining takes two minutes of the simulated clock, or has no end where the rehearsal plans that.
function Stop-NlbClusterNode {
    [CmdletBinding(DefaultParameterSetName = 'NonPipeline')]
    param(
        [Alias('D')] [switch]$Drain,
        [Parameter(ParameterSetName = 'NonPipeline', Position = 0)] [Alias('Host', 'HN', 'H')] [string]$HostName,
        [Parameter(ParameterSetName = 'Pipeline', Mandatory, ValueFromPipeline, ValueFromPipelineByPropertyName)] [object]$InputObject,
        [Parameter(ParameterSetName = 'NonPipeline')] [Alias('Interface', 'IN', 'I')] [string]$InterfaceName,
        [Alias('T')] [uint32]$Timeout
    )
    process {
        $isStuck = $Drain -and $null -ne (Get-MfaPlannedExitCode -Program 'Stop-NlbClusterNode')
        # inferred: draining a node of Windows NLB takes two minutes
        if ($Drain) { Add-MfaSimulatedMinute -Minute 2 }
        Edit-MfaSimulatedNode -InputObject $InputObject -Value @{ state = if ($isStuck) { 'draining' } else { 'stopped' } }
    }
}
