function Test-MfaUpgradeReadiness {
    <#
    .SYNOPSIS
    Says what stands in the way of an upgrade on this host.
    .DESCRIPTION
    Runs every check that concerns the components of the host and gives all findings at once. Verified is true when every
    check could look, whatever it found; null when one could not, and then that check has an inhibitor of its own.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .PARAMETER Component
    What the host carries.
    .PARAMETER InstalledVersion
    Version that is there, as the farm file names it.
    .PARAMETER TargetVersion
    Version that the upgrade leads to.
    .PARAMETER Destination
    Backup folder on this host, where another one than the default was chosen.
    .PARAMETER Installer
    Full path of the setup of MFA Server on this host, once somebody has named it.
    .EXAMPLE
    Test-MfaUpgradeReadiness -ComputerName mfa01.contoso.example -Component mfaServer, webServiceSdk -InstalledVersion 6.3.1 -TargetVersion 8.0.1.1
    Gives Verified and the findings with their severity and remedy.
    #>
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName,
        [Parameter(Mandatory)]
        [ValidateSet('mfaServer', 'webServiceSdk', 'userPortal', 'mobileAppWebService', 'adfs', 'phoneFactorAgent')]
        [string[]]$Component,
        [ValidatePattern('^\d{1,9}(\.\d{1,9}){1,3}$')] [string]$InstalledVersion,
        [ValidatePattern('^\d{1,9}(\.\d{1,9}){1,3}$')] [string]$TargetVersion,
        [ValidateNotNullOrEmpty()] [string]$Destination,
        [ValidateNotNullOrEmpty()] [string]$Installer
    )
    Assert-MfaComputer -ComputerName $ComputerName
    $subject = [pscustomobject]@{
        ComputerName     = $ComputerName
        Component        = $Component
        InstalledVersion = $InstalledVersion
        TargetVersion    = $TargetVersion
        Destination      = $Destination
        Installer        = $Installer
    }
    $checks = @(Get-MfaReadinessCheck | ForEach-Object -Process { Invoke-MfaReadinessCheck -Name $_ -Subject $subject })
    $couldLook = @($checks | Where-Object -Property CouldLook -EQ -Value $false).Count -eq 0
    [pscustomobject]@{
        Verified = if ($couldLook) { $true } else { $null }
        Findings = @($checks | ForEach-Object -Process { $_.Findings })
        Checks   = @($checks | ForEach-Object -Process { [pscustomobject]@{ Name = $_.Name; CouldLook = $_.CouldLook; Findings = @($_.Findings).Count } })
    }
}
