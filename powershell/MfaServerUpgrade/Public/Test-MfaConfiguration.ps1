function Test-MfaConfiguration {
    <#
    .SYNOPSIS
    Says whether the config file of a component is the one that is meant.
    .DESCRIPTION
    Looks at the host again: the file at the physical path of the IIS application as it is now, or of the adapter, has the
    hash that is meant, is read as XML from its beginning to its end, and no copy of ours was left beside it.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .PARAMETER UpgradeId
    Upgrade that the files of the adapter were copied for.
    .PARAMETER Component
    Which component: userPortal, mobileAppWebService or adfsAdapter.
    .PARAMETER Sha256
    SHA-256 of the file that is meant.
    .PARAMETER VirtualDirectory
    Virtual directory that the component was installed under. Without it: the only one that holds the component.
    .PARAMETER Site
    IIS site as the farm file names it.
    .EXAMPLE
    Test-MfaConfiguration -ComputerName web01.contoso.example -UpgradeId 4f1c -Component userPortal -Sha256 $merged
    Gives Verified: true, false, or null where it could not look; and the findings.
    #>
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$')] [string]$UpgradeId,
        [Parameter(Mandatory)] [ValidateSet('userPortal', 'mobileAppWebService', 'adfsAdapter')] [string]$Component,
        [Parameter(Mandatory)] [ValidatePattern('^[0-9a-f]{64}$')] [string]$Sha256,
        [ValidateNotNullOrEmpty()] [string]$VirtualDirectory,
        [ValidateNotNullOrEmpty()] [string]$Site
    )
    Assert-MfaComputer -ComputerName $ComputerName
    Invoke-MfaVerification -ComputerName $ComputerName -Code ConfigurationNotRead -Look {
        $place = Get-MfaConfigurationPlace -Component $Component -VirtualDirectory $VirtualDirectory -Site $Site -UpgradeId $UpgradeId
        $common = @{ Severity = 'error'; ComputerName = $ComputerName; Value = $place.Path }
        [void](Read-MfaConfigDocument -LiteralPath $place.Path)
        if ((Get-MfaFileHash -LiteralPath $place.Path).Sha256 -ne $Sha256) { New-MfaFinding -Code ConfigurationOther @common }
        $left = @(Get-ChildItem -LiteralPath $place.Source.Path -File -Force | Where-Object -Property Name -Match -Value '^mfa-[0-9a-f]{32}\.(new|out)\.config$')
        foreach ($file in $left) { New-MfaFinding -Code ConfigurationCopyLeft -Severity error -ComputerName $ComputerName -Value $file.FullName }
    }
}
