function Install-MfaMobileAppWebService {
    <#
    .SYNOPSIS
    Installs the Mobile App Web Service of the target version under its virtual directory on this host.
    .DESCRIPTION
    Runs the MSI that was copied for the upgrade, or that of this host's own MFA Server, quietly and with a log. The MSI
    writes a new web.config with values as shipped. Sources: SEED-A, MSIEXEC, MSIERR; that the MSI takes directory and site
    from its command line is inferred from VSWEB.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .PARAMETER UpgradeId
    Upgrade that installer and log belong to.
    .PARAMETER TargetVersion
    Version that the upgrade leads to.
    .PARAMETER VirtualDirectory
    Virtual directory that people use, as the farm file names it.
    .PARAMETER Site
    IIS site that it lies in.
    .PARAMETER Bitness
    32 or 64, that of this host.
    .OUTPUTS
    How it lay there before and after, how the installer ended, and whether a restart is needed.
    .EXAMPLE
    Install-MfaMobileAppWebService -ComputerName app01.contoso.example -UpgradeId 4f1c -TargetVersion 8.0.1.1 -VirtualDirectory app
    #>
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSShouldProcess', '', Justification = 'Install-MfaWebMsi asks.')]
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$')] [string]$UpgradeId,
        [Parameter(Mandatory)] [ValidatePattern('^\d{1,9}(\.\d{1,9}){1,3}$')] [string]$TargetVersion,
        [Parameter(Mandatory)] [ValidatePattern('^[^\\"''?<>|*\p{Cc}]{1,240}$')] [string]$VirtualDirectory,
        [ValidatePattern('^[^"''\p{Cc}]{1,240}$')] [string]$Site = 'Default Web Site',
        [ValidateSet(32, 64)] [int]$Bitness = 64
    )
    Assert-MfaComputer -ComputerName $ComputerName
    $wanted = [pscustomobject]@{ Component = 'mobileAppWebService'; Version = $TargetVersion; VirtualDirectory = $VirtualDirectory; Site = $Site }
    Install-MfaWebMsi -Wanted $wanted -ComputerName $ComputerName -UpgradeId $UpgradeId -Bitness $Bitness -WhatIf:$WhatIfPreference -Confirm:$false
}
