function Backup-MfaWebComponent {
    <#
    .SYNOPSIS
    Backs up web.config and the themes of the User Portal, the Mobile App Web Service or the Web Service SDK on this host.
    .DESCRIPTION
    Copies both into a new set <Destination>/<UpgradeId>/<BackupName>/<time>/Data, which only administrators read, and
    hands back site, virtual directory, application pool and the authentication that IIS has switched on. When the newest set
    already equals the live files, nothing is changed. Sources: SEED-A, SEED-B; authentication: ADFS.
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
    Absolute path on this host, outside everything that IIS serves. Without it: a folder of the upgrade below ProgramData.
    .EXAMPLE
    Backup-MfaWebComponent -ComputerName web01.contoso.example -UpgradeId 4f1c -BackupName back-up-portal -Component userPortal
    Backs up the User Portal of web01 and gives the hashes of every file.
    #>
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSShouldProcess', '', Justification = 'Save-MfaBackup asks.')]
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'Low')]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$')] [string]$UpgradeId,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$')] [string]$BackupName,
        [Parameter(Mandatory)] [ValidateSet('userPortal', 'mobileAppWebService', 'webServiceSdk')] [string]$Component,
        [ValidateNotNullOrEmpty()] [string]$VirtualDirectory,
        [ValidateNotNullOrEmpty()] [string]$Site,
        [ValidateNotNullOrEmpty()] [string]$Destination
    )
    Assert-MfaComputer -ComputerName $ComputerName
    $application = Get-MfaWebApplication -Component $Component -VirtualDirectory $VirtualDirectory -Site $Site
    $place = Get-MfaWebBackupPlace -Application $application -UpgradeId $UpgradeId -BackupName $BackupName -Destination $Destination
    $evidence = Save-MfaBackup -ComputerName $ComputerName -Source $place.Source -LiteralPath $place.Folder -WhatIf:$WhatIfPreference
    $evidence | Add-Member -NotePropertyName 'Application' -NotePropertyValue $application
    $evidence | Add-Member -NotePropertyName 'Authentication' -NotePropertyValue @(Get-MfaWebAuthentication -Application $application)
    $evidence
}
