# Backups of this host lie below ProgramData unless another place is chosen: the nearest folder that is there must take files.
function Test-MfaReadyBackupFolder {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [pscustomobject]$Subject)
    $folder = if ($Subject.Destination) { $Subject.Destination } else { Get-MfaDefaultDestination }
    if (-not (Test-MfaLocalPath -LiteralPath $folder)) {
        return New-MfaFinding -Code BackupDestinationNotLocal -Severity inhibitor -ComputerName $Subject.ComputerName -Value $folder
    }
    while ($folder -and -not (Test-Path -LiteralPath $folder)) { $folder = [System.IO.Path]::GetDirectoryName($folder) }
    if (-not $folder) { throw 'No folder above the backup folder is there.' }
    $given = @{ Severity = 'inhibitor'; ComputerName = $Subject.ComputerName; Value = $folder }
    if (Test-Path -LiteralPath $folder -PathType Leaf) { New-MfaFinding -Code BackupDestinationIsFile @given }
    elseif (-not (Test-MfaFolderWritable -LiteralPath $folder)) { New-MfaFinding -Code BackupFolderNotWritable @given }
}
