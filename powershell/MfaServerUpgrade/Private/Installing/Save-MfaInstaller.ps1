# Copies an installer into the owner-only folder of the upgrade, so that it runs from there with nothing beside it, and reads
# the copy back. A copy that already equals its source stays.
function Save-MfaInstaller {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [string]$LiteralPath,
        [Parameter(Mandatory)] [string]$UpgradeId,
        # A folder for this one alone, made anew.
        [string]$FreshFolder
    )
    $folder = Get-MfaInstallerFolder -UpgradeId $UpgradeId
    if ($FreshFolder) {
        $folder = Join-Path -Path $folder -ChildPath $FreshFolder
        Remove-MfaFolder -LiteralPath $folder
    }
    $copy = Join-Path -Path $folder -ChildPath ([System.IO.Path]::GetFileName($LiteralPath))
    $source = Get-MfaFileHash -LiteralPath $LiteralPath
    $before = if (Test-Path -LiteralPath $copy -PathType Leaf) { (Get-MfaFileHash -LiteralPath $copy).Sha256 }
    if ($before -ne $source.Sha256) {
        if ($before) { Remove-MfaFile -LiteralPath $copy }
        [void](Copy-MfaFile -LiteralPath $LiteralPath -Destination $copy)
    }
    $after = (Get-MfaFileHash -LiteralPath $copy).Sha256
    if ($after -ne $source.Sha256) {
        Remove-MfaFile -LiteralPath $copy
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code ComponentInstallerDiffers -Category WriteError -Target $copy -Value $copy, $LiteralPath))
    }
    [pscustomobject]@{ Path = $copy; Changed = $before -ne $after; Length = $source.Length; SourceSha256 = $source.Sha256; Before = $before; After = $after }
}

# Where the installers of an upgrade lie on this host.
function Get-MfaInstallerFolder {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string]$UpgradeId)
    Get-MfaUpgradePath -UpgradeId $UpgradeId -Name 'installers'
}
