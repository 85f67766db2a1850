function Backup-MfaServerData {
    <#
    .SYNOPSIS
    Backs up the Data folder of MFA Server, with PhoneFactor.pfdata, on this host.
    .DESCRIPTION
    Copies the whole Data folder into a new set <Destination>/<UpgradeId>/<BackupName>/<time>/Data. Each file is read twice
    and its copy read back; all three must be alike. The set gets its name when it is whole. When the newest set already
    equals the live files, nothing is changed.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .PARAMETER UpgradeId
    Upgrade that the set belongs to.
    .PARAMETER BackupName
    Step that the set belongs to.
    .PARAMETER Destination
    Absolute path on this host, outside the program folder. Without it: a folder of the upgrade below ProgramData.
    .PARAMETER InstallPath
    Install folder as the farm file names it; must be the one in the registry.
    .EXAMPLE
    Backup-MfaServerData -ComputerName mfa01.contoso.example -UpgradeId 4f1c -BackupName back-up-data-file
    Backs up the Data folder of mfa01 and gives the hashes of every file.
    #>
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSShouldProcess', '', Justification = 'Save-MfaBackup asks.')]
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'Low')]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$')] [string]$UpgradeId,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$')] [string]$BackupName,
        [ValidateNotNullOrEmpty()] [string]$Destination,
        [ValidateNotNullOrEmpty()] [string]$InstallPath
    )
    Assert-MfaComputer -ComputerName $ComputerName
    $source = Get-MfaDataFolder -InstallPath $InstallPath
    $folder = Get-MfaBackupFolder -Destination $Destination -UpgradeId $UpgradeId -BackupName $BackupName -Source $source
    Save-MfaBackup -ComputerName $ComputerName -Source $source -LiteralPath $folder -WhatIf:$WhatIfPreference
}
