# The ledger: each program that changed a host, and through which pools and clients people still reached the host just then.
function Add-MfaSimulatedChange {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string]$Program)
    $farm = Read-MfaStandInFarm
    $name = Get-MfaStandInHostName
    $reached = @(
        $farm.pools | Where-Object -FilterScript { $_.members | Where-Object -FilterScript { $_.host -eq $name -and $_.state -eq 'serving' } } | ForEach-Object -Process { $_.name }
        $farm.clients | Where-Object -FilterScript { @($_.servers) -contains $name } | ForEach-Object -Process { $_.name }
    )
    $farm.changes = @($farm.changes) + [pscustomobject]@{ minute = $farm.minutes; host = $name; program = $Program; reachedThrough = $reached }
    Write-MfaStandInFarm -Farm $farm
}
