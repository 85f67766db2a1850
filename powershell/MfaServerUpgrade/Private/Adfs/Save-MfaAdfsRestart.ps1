# Where a step keeps when AD FS started by it: run again, it does not restart once more. That is for the act alone; the check
# looks at AD FS.
function Get-MfaRestartPath {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string]$UpgradeId, [Parameter(Mandatory)] [string]$StepName)
    Join-Path -Path (Join-Path -Path (Get-MfaDefaultDestination) -ChildPath $UpgradeId) -ChildPath ('{0}.json' -f $StepName)
}

function Save-MfaAdfsRestart {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string]$UpgradeId, [Parameter(Mandatory)] [string]$StepName, [Parameter(Mandatory)] [datetime]$Start)
    $path = Get-MfaRestartPath -UpgradeId $UpgradeId -StepName $StepName
    if (Test-Path -LiteralPath $path -PathType Leaf) { Remove-MfaFile -LiteralPath $path }
    New-MfaTextFile -LiteralPath $path -Text ('"{0:o}"' -f $Start)
}

# Whether AD FS still runs since the restart of this step, and with the adapter that lies on the node.
function Test-MfaAdfsRestarted {
    [CmdletBinding()]
    [OutputType([bool])]
    param([Parameter(Mandatory)] [string]$UpgradeId, [Parameter(Mandatory)] [string]$StepName, [AllowNull()] [object]$Start)
    $path = Get-MfaRestartPath -UpgradeId $UpgradeId -StepName $StepName
    if ($null -eq $Start -or -not (Test-Path -LiteralPath $path -PathType Leaf)) { return $false }
    $adapter = Get-MfaAdapterSince
    [System.IO.File]::ReadAllText($path) -eq ('"{0:o}"' -f $Start) -and ($null -eq $adapter -or $Start -ge $adapter)
}

# Where an upgrade keeps on this host how often it polled before.
function Get-MfaPollPath {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string]$UpgradeId)
    Join-Path -Path (Join-Path -Path (Get-MfaDefaultDestination) -ChildPath $UpgradeId) -ChildPath 'poll.json'
}
