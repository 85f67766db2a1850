# What keeps a provider from being on.
function Get-MfaAdfsOnFinding {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [string]$Provider, [Parameter(Mandatory)] [string]$ComputerName)
    $names = @(Get-MfaAdfsProvider)
    $list = @(Get-MfaAdfsProviderList)
    $given = @{ Severity = 'error'; ComputerName = $ComputerName }
    if ($names -notcontains $Provider) { New-MfaFinding -Code AdfsProviderMissing -Value $Provider, ($names -join ', ') @given }
    if ($list -notcontains $Provider) { New-MfaFinding -Code AdfsProviderNotOn -Value $Provider, (ConvertTo-MfaListText -List $list) @given }
}

# What AD FS on this node lacks after a restart.
function Get-MfaAdfsServiceFinding {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [string[]]$Provider, [Parameter(Mandatory)] [string]$ComputerName)
    $given = @{ Severity = 'error'; ComputerName = $ComputerName }
    $start = Get-MfaAdfsStart
    if ($null -eq $start) { return New-MfaFinding -Code AdfsStopped -Value $ComputerName @given }
    $adapter = Get-MfaAdapterSince
    if ($null -ne $adapter -and $start -lt $adapter) { New-MfaFinding -Code AdfsNotRestarted -Value $ComputerName, $start.ToString('u'), $adapter.ToString('u') @given }
    # The log writes a time of its own: a second before the process is the same start.
    $since = $start.AddSeconds(-1)
    if (@(Read-MfaAdfsLog -Filter @{ LogName = 'AD FS/Admin'; Id = 100; StartTime = $since.ToLocalTime() }).Count -eq 0) { New-MfaFinding -Code AdfsNotStarted -Value $ComputerName, $start.ToString('u') @given }
    foreach ($text in Get-MfaAdfsLoadError -Provider $Provider -Since $since) { New-MfaFinding -Code AdfsProviderNotLoaded -Value $ComputerName, $text @given }
    $why = Get-MfaAdfsProbe -ComputerName $ComputerName
    if ($why) { New-MfaFinding -Code AdfsProbeSilent -Value $ComputerName, $why @given }
    foreach ($service in Get-Service -Name 'adfssrv' -DependentServices -ErrorAction Stop | Where-Object -FilterScript { [string]$_.StartType -eq 'Automatic' -and [string]$_.Status -ne 'Running' }) {
        New-MfaFinding -Code AdfsDependentStopped -Value $ComputerName, $service.Name -Severity warning -ComputerName $ComputerName
    }
}
