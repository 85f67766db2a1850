# The ledger: each program that changed a host, and through which pools and clients people still reached the host just then.
# The adapter answers nobody but AD FS: its setup is looked at through the pools of AD FS alone. Everything else on a host can
# take all of it away, so a host is out of every pool and list then.
function Add-MfaSimulatedChange {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [string]$Program,
        [AllowNull()] [AllowEmptyString()] [string]$Product
    )
    $farm = Read-MfaStandInFarm
    $name = Get-MfaStandInHostName
    $isAdapter = $Product -eq 'AdfsAdapter'
    $reached = @(
        $farm.pools | Where-Object -FilterScript { -not $isAdapter -or $_.serves -eq 'adfs' } | Where-Object -FilterScript { $_.members | Where-Object -FilterScript { $_.host -eq $name -and $_.state -eq 'serving' } } | ForEach-Object -Process { $_.name }
        $farm.clients | Where-Object -FilterScript { -not $isAdapter -and @($_.servers) -contains $name } | ForEach-Object -Process { $_.name }
    )
    $farm.changes = @($farm.changes) + [pscustomobject]@{ minute = $farm.minutes; host = $name; program = $Program; reachedThrough = $reached }
    Write-MfaStandInFarm -Farm $farm
}
