function Get-MfaConfigurationPair {
    <#
    .SYNOPSIS
    Fetches the saved config file of a component and the one that was just installed, byte for byte.
    .DESCRIPTION
    Reads only. Old is the file in the newest set of the component's backup, new the one at the physical path of its IIS
    application; for the AD FS adapter its newest export and the new file in the folder of its four files. Each comes with its hash,
    and its bytes in base64. A file above 16 MB is refused. Sources: SEED-A, SEED-B.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .PARAMETER UpgradeId
    Upgrade that the backup belongs to.
    .PARAMETER Component
    Which component: userPortal, mobileAppWebService or adfsAdapter.
    .PARAMETER SavedName
    Name of the backup that holds the old file; for the adapter the step that exported it.
    .PARAMETER VirtualDirectory
    Virtual directory that the component was installed under. Without it: the only one that holds the component.
    .PARAMETER Site
    IIS site as the farm file names it.
    .PARAMETER Destination
    Absolute path on this host, as given to the backup.
    .EXAMPLE
    Get-MfaConfigurationPair -ComputerName web01.contoso.example -UpgradeId 4f1c -Component userPortal -SavedName back-up-portal
    Gives both files of the User Portal on web01: Old and New, each with Path, Length, Sha256 and Content.
    #>
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$')] [string]$UpgradeId,
        [Parameter(Mandatory)] [ValidateSet('userPortal', 'mobileAppWebService', 'adfsAdapter')] [string]$Component,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$')] [string]$SavedName,
        [ValidateNotNullOrEmpty()] [string]$VirtualDirectory,
        [ValidateNotNullOrEmpty()] [string]$Site,
        [ValidateNotNullOrEmpty()] [string]$Destination
    )
    Assert-MfaComputer -ComputerName $ComputerName
    $place = Get-MfaConfigurationPlace -Component $Component -VirtualDirectory $VirtualDirectory -Site $Site -UpgradeId $UpgradeId
    $saved = Get-MfaSavedConfiguration -Place $place -UpgradeId $UpgradeId -SavedName $SavedName -Destination $Destination
    [pscustomobject]@{
        ComputerName = $ComputerName
        Old          = Read-MfaConfigurationFile -LiteralPath $saved
        New          = Read-MfaConfigurationFile -LiteralPath $place.Path
        Verified     = $true
        Findings     = @()
    }
}
