function Test-MfaProgramFolderBackup {
    <#
    .SYNOPSIS
    Says whether the program folder and the web components of this host are saved, and the registry of a PhoneFactor Agent.
    .DESCRIPTION
    Reads the newest set of each, the live files and the registry again, and nothing that the backup wrote about itself.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .PARAMETER UpgradeId
    Upgrade that the sets belong to.
    .PARAMETER BackupName
    Step that the sets belong to.
    .PARAMETER Destination
    Absolute path on this host, as given to Backup-MfaProgramFolder.
    .PARAMETER InstallPath
    Install folder as the farm file names it; must be the one in the registry.
    .PARAMETER Component
    What the host carries; the registry counts where phoneFactorAgent is among it.
    .PARAMETER MaximumAgeMinutes
    How old a set may be whose live files were changed since.
    .OUTPUTS
    Verified: true, false, or null where it could not look; and the findings.
    .EXAMPLE
    Test-MfaProgramFolderBackup -ComputerName mfa01.contoso.example -UpgradeId 4f1c -BackupName save-program-folder
    #>
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$')] [string]$UpgradeId,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$')] [string]$BackupName,
        [ValidateNotNullOrEmpty()] [string]$Destination,
        [ValidateNotNullOrEmpty()] [string]$InstallPath,
        [string[]]$Component = @(),
        [ValidateRange(1, 10080)] [int]$MaximumAgeMinutes = 60
    )
    Assert-MfaComputer -ComputerName $ComputerName
    Invoke-MfaVerification -ComputerName $ComputerName -Code BackupNotReadable -Look {
        $places = @(Get-MfaProgramBackupPlace -UpgradeId $UpgradeId -BackupName $BackupName -Destination $Destination -InstallPath $InstallPath)
        foreach ($place in $places) {
            (Read-MfaBackup -Place $place -ComputerName $ComputerName -MaximumAgeMinutes $MaximumAgeMinutes).Findings
        }
        if ($Component -contains 'phoneFactorAgent') {
            $place = Get-MfaRegistryBackupPlace -UpgradeId $UpgradeId -BackupName $BackupName -Destination $Destination -Source $places[0].Source
            Get-MfaRegistryBackupFinding -ComputerName $ComputerName -Place $place
        }
    }
}
