# Where backups of a host lie when nobody chose a place.
function Get-MfaDefaultDestination {
    [CmdletBinding()]
    [OutputType([string])]
    param()
    Join-Path -Path $env:ProgramData -ChildPath 'MFA Server Upgrade'
}

# Where an upgrade keeps something of that name on this host.
function Get-MfaUpgradePath {
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [string]$UpgradeId,
        [Parameter(Mandatory)] [string]$Name
    )
    Join-Path -Path (Join-Path -Path (Get-MfaDefaultDestination) -ChildPath $UpgradeId) -ChildPath $Name
}

# Keeps a text there, in the place of an older one.
function Save-MfaUpgradeText {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [string]$LiteralPath,
        [Parameter(Mandatory)] [string]$Text
    )
    if (Test-Path -LiteralPath $LiteralPath -PathType Leaf) { Remove-MfaFile -LiteralPath $LiteralPath }
    New-MfaTextFile -LiteralPath $LiteralPath -Text $Text
}
