# The folder that holds the sets of one backup step. Refuses a destination on a share, below the program folder, or where
# a file is in its place; without a destination an owner-only folder below ProgramData is meant.
function Get-MfaBackupFolder {
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [string]$Destination,
        [Parameter(Mandatory)] [string]$UpgradeId,
        [Parameter(Mandatory)] [string]$BackupName,
        [Parameter(Mandatory)] [pscustomobject]$Source
    )
    $root = if ($Destination) { $Destination } else { Get-MfaDefaultDestination }
    if (-not (Test-MfaLocalPath -LiteralPath $root)) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code BackupDestinationNotLocal -Category InvalidArgument -Target $root -Value $root))
    }
    if ((Test-MfaPathInside -LiteralPath $root -Folder $Source.Path) -or (Test-MfaPathInside -LiteralPath $root -Folder $Source.InstallPath)) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code BackupDestinationInProgram -Category InvalidArgument -Target $root -Value $root, $Source.InstallPath))
    }
    $folder = Join-Path -Path (Join-Path -Path $root -ChildPath $UpgradeId) -ChildPath $BackupName
    for ($path = $folder; $path; $path = [System.IO.Path]::GetDirectoryName($path)) {
        if (Test-Path -LiteralPath $path -PathType Leaf) {
            $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code BackupDestinationIsFile -Category ResourceExists -Target $path -Value $path))
        }
    }
    $folder
}
