# Gives the nodes of the pools with Windows NLB that this simulated host belongs to.
function Get-NlbClusterNode {
    [CmdletBinding(DefaultParameterSetName = 'NonPipeline')]
    param(
        [Alias('Host', 'HN', 'H')] [string]$HostName,
        [Parameter(ParameterSetName = 'Pipeline', Mandatory, ValueFromPipeline, ValueFromPipelineByPropertyName)] [object]$InputObject,
        [Parameter(ParameterSetName = 'NonPipeline')] [Alias('Interface', 'IN', 'I')] [string]$InterfaceName,
        [Parameter(Position = 0)] [Alias('Name', 'NN')] [string]$NodeName
    )
    process {
        $own = if ($HostName -and $HostName -ne '.') { $HostName } else { Get-MfaStandInHostName }
        $pools = (Read-MfaStandInFarm).pools | Where-Object -FilterScript { $_.kind -eq 'windowsNlb' -and @($_.members.host) -contains $own -and (-not $InterfaceName -or $_.name -eq $InterfaceName) }
        foreach ($pool in $pools) {
            $pool.members | Where-Object -FilterScript { -not $NodeName -or $_.host -eq $NodeName } | ForEach-Object -Process { ConvertTo-MfaNlbNode -Member $_ -Pool $pool }
        }
    }
}
