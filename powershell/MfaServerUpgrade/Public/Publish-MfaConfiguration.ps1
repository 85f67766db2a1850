function Publish-MfaConfiguration {
    <#
    .SYNOPSIS
    Puts the merged config file of a component in the place of the one that was just installed.
    .DESCRIPTION
    Only over the very file that was compared: another hash there, or another old file in the backup, is refused and nothing
    is changed. What is replaced is kept first, in a set that only administrators read, outside everything that IIS serves.
    The new file is written beside the old one, with its owner and access, and swapped in one rename. When the file is there
    already, nothing is changed. Sources: SEED-A, SEED-B, UP-15.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .PARAMETER UpgradeId
    Upgrade that the backups belong to.
    .PARAMETER BackupName
    Step that keeps what is replaced.
    .PARAMETER Component
    Which component: userPortal, mobileAppWebService or adfsAdapter.
    .PARAMETER Content
    The merged file in base64.
    .PARAMETER Sha256
    SHA-256 of the merged file.
    .PARAMETER ReplacedSha256
    SHA-256 of the new file as it was compared.
    .PARAMETER SavedSha256
    SHA-256 of the old file as it was compared.
    .PARAMETER SavedName
    Name of the backup that holds the old file; for the adapter the step that exported it.
    .PARAMETER VirtualDirectory
    Virtual directory that the component was installed under. Without it: the only one that holds the component.
    .PARAMETER Site
    IIS site as the farm file names it.
    .PARAMETER Destination
    Absolute path on this host, as given to the backup.
    .EXAMPLE
    Publish-MfaConfiguration -ComputerName web01.contoso.example -UpgradeId 4f1c -BackupName merge-portal-config -Component userPortal -SavedName back-up-portal -Content $content -Sha256 $merged -ReplacedSha256 $new -SavedSha256 $old
    Publishes the merged web.config of the User Portal on web01 and gives the hashes before and after.
    #>
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSShouldProcess', '', Justification = 'Publish-MfaConfigurationFile asks.')]
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'Medium')]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$')] [string]$UpgradeId,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$')] [string]$BackupName,
        [Parameter(Mandatory)] [ValidateSet('userPortal', 'mobileAppWebService', 'adfsAdapter')] [string]$Component,
        [Parameter(Mandatory)] [ValidateNotNullOrEmpty()] [string]$Content,
        [Parameter(Mandatory)] [ValidatePattern('^[0-9a-f]{64}$')] [string]$Sha256,
        [Parameter(Mandatory)] [ValidatePattern('^[0-9a-f]{64}$')] [string]$ReplacedSha256,
        [Parameter(Mandatory)] [ValidatePattern('^[0-9a-f]{64}$')] [string]$SavedSha256,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$')] [string]$SavedName,
        [ValidateNotNullOrEmpty()] [string]$VirtualDirectory,
        [ValidateNotNullOrEmpty()] [string]$Site,
        [ValidateNotNullOrEmpty()] [string]$Destination
    )
    Assert-MfaComputer -ComputerName $ComputerName
    $bytes = ConvertFrom-MfaConfigurationContent -Content $Content -Sha256 $Sha256
    $place = Get-MfaConfigurationPlace -Component $Component -VirtualDirectory $VirtualDirectory -Site $Site -UpgradeId $UpgradeId
    $saved = Get-MfaSavedConfiguration -Place $place -UpgradeId $UpgradeId -SavedName $SavedName -Destination $Destination
    if ((Get-MfaFileHash -LiteralPath $saved).Sha256 -ne $SavedSha256) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code ConfigurationChanged -Category InvalidArgument -Target $saved -Value $saved))
    }
    $folder = Get-MfaReplacedFolder -Place $place -UpgradeId $UpgradeId -BackupName $BackupName -Destination $Destination
    $publish = @{ Place = $place; Folder = $folder; Bytes = $bytes; Sha256 = $Sha256; ReplacedSha256 = $ReplacedSha256; ComputerName = $ComputerName }
    Publish-MfaConfigurationFile @publish -WhatIf:$WhatIfPreference -Confirm:$false
}
