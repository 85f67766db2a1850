# Where a step keeps when AD FS started by it: run again, it does not restart once more. That is for the act alone; the check
# looks at AD FS.
function Get-MfaRestartPath {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string]$UpgradeId, [Parameter(Mandatory)] [string]$StepName)
    Get-MfaUpgradePath -UpgradeId $UpgradeId -Name ('{0}.json' -f $StepName)
}

function Save-MfaAdfsRestart {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string]$UpgradeId, [Parameter(Mandatory)] [string]$StepName, [Parameter(Mandatory)] [datetime]$Start)
    Save-MfaUpgradeText -LiteralPath (Get-MfaRestartPath -UpgradeId $UpgradeId -StepName $StepName) -Text ('"{0:o}"' -f $Start)
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
    Get-MfaUpgradePath -UpgradeId $UpgradeId -Name 'poll.json'
}
