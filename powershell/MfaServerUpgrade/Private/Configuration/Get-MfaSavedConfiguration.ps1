# The old config file: in the newest set of the component's backup, or for the adapter the export that the caller names.
# None is refused, because nothing is carried over from nowhere.
function Get-MfaSavedConfiguration {
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Place,
        [Parameter(Mandatory)] [string]$UpgradeId,
        [string]$SavedName,
        [string]$SavedPath,
        [string]$Destination
    )
    if ($null -eq $Place.Application) {
        if ($SavedPath -and (Test-MfaLocalPath -LiteralPath $SavedPath) -and (Test-Path -LiteralPath $SavedPath -PathType Leaf)) { return $SavedPath }
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code ConfigurationNotSaved -Category InvalidArgument -Target $SavedPath -Value $SavedPath))
    }
    $folder = Get-MfaReplacedFolder -Place $Place -UpgradeId $UpgradeId -BackupName $SavedName -Destination $Destination
    $newest = Get-MfaBackupSet -LiteralPath $folder | Select-Object -First 1
    $file = if ($null -ne $newest) { Join-Path -Path $newest.DataPath -ChildPath $Place.Name }
    if ($file -and (Test-Path -LiteralPath $file -PathType Leaf)) { return $file }
    $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code ConfigurationNotSaved -Category InvalidArgument -Target $folder -Value $folder))
}
