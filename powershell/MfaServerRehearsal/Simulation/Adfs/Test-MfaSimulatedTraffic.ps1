# Whether people reach a node of AD FS: through a pool that names it, or where no pool does, until somebody took it out.
function Test-MfaSimulatedTraffic {
    [CmdletBinding()]
    [OutputType([bool])]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Farm,
        [Parameter(Mandatory)] [pscustomobject]$Node
    )
    $members = @(@($Farm.pools) | Where-Object -FilterScript { $_ -and $_.serves -eq 'adfs' } | ForEach-Object -Process { $_.members } | Where-Object -Property host -EQ -Value $Node.host)
    if ($members.Count -eq 0) { return [bool]$Node.inTraffic }
    @($members | Where-Object -Property state -EQ -Value 'serving').Count -gt 0
}

# Takes a node of an AD FS farm that no pool names out of traffic, or puts it back.
function Set-MfaSimulatedTraffic {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string]$HostName, [Parameter(Mandatory)] [bool]$InTraffic)
    if ($null -eq (Read-MfaStandInAdfs -HostName $HostName)) { return }
    Edit-MfaStandInAdfs -HostName $HostName -Change { param($adfs) (Get-MfaSimulatedAdfsNode -Adfs $adfs -HostName $HostName).inTraffic = $InTraffic }
}
