# What the simulated farm shares between its hosts: clock, pools, clients, planned faults, the ledger.
function Read-MfaStandInFarm {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param()
    Read-MfaStandInFile -Name '../.farm.json'
}

function Write-MfaStandInFarm {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [pscustomobject]$Farm)
    Write-MfaStandInFile -Name '../.farm.json' -Value $Farm
}

# The name of the simulated host as its folder writes it.
function Get-MfaStandInHostName {
    [CmdletBinding()]
    [OutputType([string])]
    param()
    [System.IO.Path]::GetFileName($script:HostFolder)
}
