# Where an upgrade keeps on the node that writes the list of providers as it was before one of them was switched off.
function Get-MfaKeptListPath {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string]$UpgradeId, [Parameter(Mandatory)] [string]$Provider)
    Get-MfaUpgradePath -UpgradeId $UpgradeId -Name ('providers-{0}.json' -f $Provider)
}

# Keeps the list from which a provider is taken now.
function Save-MfaKeptList {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string]$UpgradeId, [Parameter(Mandatory)] [string]$Provider, [Parameter(Mandatory)] [string[]]$List)
    Save-MfaUpgradeText -LiteralPath (Get-MfaKeptListPath -UpgradeId $UpgradeId -Provider $Provider) -Text (ConvertTo-Json -InputObject @($List))
}

# The list as it has to be once a provider stands where another one was switched off, by what was kept then; without that, at
# the end. Refused where the list of now is not the kept one without that provider: somebody else has changed it.
function Get-MfaListWith {
    [CmdletBinding()]
    [OutputType([string[]])]
    param([Parameter(Mandatory)] [string]$UpgradeId, [Parameter(Mandatory)] [string]$Provider, [Parameter(Mandatory)] [string]$Replaced, [AllowEmptyCollection()] [string[]]$List = @())
    $path = Get-MfaKeptListPath -UpgradeId $UpgradeId -Provider $Replaced
    if (-not (Test-Path -LiteralPath $path -PathType Leaf)) { return @($List) + $Provider }
    # One name a line: ConvertFrom-Json gives a list as one thing on 5.1.
    $kept = @(ConvertFrom-Json -InputObject ([System.IO.File]::ReadAllText($path)) | ForEach-Object -Process { $_ })
    $expected = ConvertTo-MfaListText -List @($kept | Where-Object -FilterScript { $_ -ne $Replaced })
    $now = ConvertTo-MfaListText -List $List
    if ($now -ne $expected) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code AdfsListChanged -Category InvalidArgument -Target $Provider -Value $now, $expected))
    }
    $kept | ForEach-Object -Process { if ($_ -eq $Replaced) { $Provider } else { $_ } }
}
