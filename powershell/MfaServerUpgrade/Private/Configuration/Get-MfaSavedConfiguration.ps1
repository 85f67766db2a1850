# The old config file: in the newest set of the component's backup, or for the adapter its newest export from AD FS.
# None is refused, because nothing is carried over from nowhere.
function Get-MfaSavedConfiguration {
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Place,
        [Parameter(Mandatory)] [string]$UpgradeId,
        [Parameter(Mandatory)] [string]$SavedName,
        [string]$Destination
    )
    $folder = Get-MfaReplacedFolder -Place $Place -UpgradeId $UpgradeId -BackupName $SavedName -Destination $Destination
    $file = if ($null -eq $Place.Application) {
        Get-ChildItem -LiteralPath $folder -File -Force -ErrorAction SilentlyContinue | Where-Object -Property Name -Match -Value '^\d{8}T\d{9}Z\.config$' |
            Sort-Object -Property Name -Descending | Select-Object -First 1 -ExpandProperty FullName
    }
    else {
        Get-MfaBackupSet -LiteralPath $folder | Select-Object -First 1 | ForEach-Object -Process { Join-Path -Path $_.DataPath -ChildPath $Place.Name }
    }
    if ($file -and (Test-Path -LiteralPath $file -PathType Leaf)) { return $file }
    $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code ConfigurationNotSaved -Category InvalidArgument -Target $folder -Value $folder))
}
