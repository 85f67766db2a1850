# The configuration database of the AD FS farm that a simulated host is a node of, this host where no other is named, with
# what its nodes have loaded, synced and logged. Nothing for a host that is no node.
function Read-MfaStandInAdfs {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([string]$HostName = (Get-MfaStandInHostName))
    Get-MfaStandInAdfsFile | ForEach-Object -Process { Read-MfaStandInFile -Name $_ } | Where-Object -FilterScript { @($_.nodes.host) -contains $HostName } | Select-Object -First 1
}

# The files of all simulated AD FS farms, as seen from the folder of a host.
function Get-MfaStandInAdfsFile {
    [CmdletBinding()]
    [OutputType([string])]
    param()
    $folder = [System.IO.Path]::Combine($script:HostFolder, '..', '.adfs')
    if (-not [System.IO.Directory]::Exists($folder)) { return }
    [System.IO.Directory]::GetFiles($folder, '*.json') | Sort-Object | ForEach-Object -Process { '../.adfs/{0}' -f [System.IO.Path]::GetFileName($_) }
}

# Changes the state of one AD FS farm and looks at once whether what must never be is so now.
function Edit-MfaStandInAdfs {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [scriptblock]$Change,
        [string]$HostName = (Get-MfaStandInHostName)
    )
    # What a secondary took from the AD FS primary until now is what stood there until now.
    Sync-MfaSimulatedAdfs
    $adfs = Read-MfaStandInAdfs -HostName $HostName
    & $Change $adfs
    Write-MfaStandInFile -Name ('../.adfs/{0}.json' -f $adfs.number) -Value $adfs
    Watch-MfaSimulatedAdfs
}

function Get-MfaSimulatedAdfsNode {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Adfs,
        [string]$HostName = (Get-MfaStandInHostName)
    )
    $Adfs.nodes | Where-Object -Property host -EQ -Value $HostName
}

# Whether a node holds a copy only: a secondary of a farm with WID.
function Test-MfaSimulatedSecondary {
    [CmdletBinding()]
    [OutputType([bool])]
    param([Parameter(Mandatory)] [pscustomobject]$Adfs, [Parameter(Mandatory)] [string]$HostName)
    # documented: WID, one node of it may write, the others read a copy; with SQL there is no primary
    $Adfs.store -eq 'wid' -and $Adfs.primary -ne $HostName
}

# What a node knows: the database, or its own copy of it.
function Get-MfaSimulatedAdfsKnown {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [pscustomobject]$Adfs, [Parameter(Mandatory)] [pscustomobject]$Node)
    if (Test-MfaSimulatedSecondary -Adfs $Adfs -HostName $Node.host) { $Node.copy } else { $Adfs.database }
}
