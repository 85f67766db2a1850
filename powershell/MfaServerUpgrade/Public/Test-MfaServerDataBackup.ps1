function Test-MfaServerDataBackup {
    <#
    .SYNOPSIS
    Says whether this host has a backup of its MFA Server data that counts.
    .DESCRIPTION
    Reads the newest set and the live files again, and nothing that the backup wrote about itself. A file that differs
    counts only when the live one was changed after the set was begun and the set is young enough, because a live data file
    changes all the time.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .PARAMETER UpgradeId
    Upgrade that the set belongs to.
    .PARAMETER BackupName
    Step that the set belongs to.
    .PARAMETER Destination
    Absolute path on this host, as given to Backup-MfaServerData.
    .PARAMETER InstallPath
    Install folder as the farm file names it; must be the one in the registry.
    .PARAMETER MaximumAgeMinutes
    How old a set may be whose live files were changed since.
    .EXAMPLE
    Test-MfaServerDataBackup -ComputerName mfa01.contoso.example -UpgradeId 4f1c -BackupName back-up-data-file
    Gives Verified: true, false, or null where it could not look; and the findings.
    #>
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$')] [string]$UpgradeId,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$')] [string]$BackupName,
        [ValidateNotNullOrEmpty()] [string]$Destination,
        [ValidateNotNullOrEmpty()] [string]$InstallPath,
        [ValidateRange(1, 10080)] [int]$MaximumAgeMinutes = 60
    )
    Assert-MfaComputer -ComputerName $ComputerName
    Test-MfaBackup -ComputerName $ComputerName -MaximumAgeMinutes $MaximumAgeMinutes -Place {
        $source = Get-MfaDataFolder -InstallPath $InstallPath
        $folder = Get-MfaBackupFolder -Destination $Destination -UpgradeId $UpgradeId -BackupName $BackupName -Source $source
        [pscustomobject]@{ Source = $source; Folder = $folder }
    }
}
