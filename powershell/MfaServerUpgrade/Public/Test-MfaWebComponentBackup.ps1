function Test-MfaWebComponentBackup {
    <#
    .SYNOPSIS
    Says whether this host has a backup of its User Portal, Mobile App Web Service or Web Service SDK that counts.
    .DESCRIPTION
    Reads the newest set and the live files again, and nothing that the backup wrote about itself.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .PARAMETER UpgradeId
    Upgrade that the set belongs to.
    .PARAMETER BackupName
    Step that the set belongs to.
    .PARAMETER Component
    Which component: userPortal, mobileAppWebService or webServiceSdk.
    .PARAMETER VirtualDirectory
    Virtual directory as the farm file names it. Without it: the only one that holds the component.
    .PARAMETER Site
    IIS site as the farm file names it.
    .PARAMETER Destination
    Absolute path on this host, as given to Backup-MfaWebComponent.
    .PARAMETER MaximumAgeMinutes
    How old a set may be whose live files were changed since.
    .EXAMPLE
    Test-MfaWebComponentBackup -ComputerName web01.contoso.example -UpgradeId 4f1c -BackupName back-up-portal -Component userPortal
    Gives Verified: true, false, or null where it could not look; and the findings.
    #>
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$')] [string]$UpgradeId,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$')] [string]$BackupName,
        [Parameter(Mandatory)] [ValidateSet('userPortal', 'mobileAppWebService', 'webServiceSdk')] [string]$Component,
        [ValidateNotNullOrEmpty()] [string]$VirtualDirectory,
        [ValidateNotNullOrEmpty()] [string]$Site,
        [ValidateNotNullOrEmpty()] [string]$Destination,
        [ValidateRange(1, 10080)] [int]$MaximumAgeMinutes = 60
    )
    Assert-MfaComputer -ComputerName $ComputerName
    Test-MfaBackup -ComputerName $ComputerName -MaximumAgeMinutes $MaximumAgeMinutes -Place {
        $application = Get-MfaWebApplication -Component $Component -VirtualDirectory $VirtualDirectory -Site $Site
        Get-MfaWebBackupPlace -Application $application -UpgradeId $UpgradeId -BackupName $BackupName -Destination $Destination
    }
}
