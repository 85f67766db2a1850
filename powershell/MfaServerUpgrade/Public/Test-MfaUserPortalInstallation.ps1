function Test-MfaUserPortalInstallation {
    <#
    .SYNOPSIS
    Says whether the User Portal of the target version lies under its virtual directory on this host.
    .DESCRIPTION
    Asks IIS for the application, its pool and the pool's runtime, and reads the versions of its program files.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .PARAMETER TargetVersion
    Version that the upgrade leads to.
    .PARAMETER VirtualDirectory
    Virtual directory that people use, as the farm file names it.
    .PARAMETER Site
    IIS site that it lies in.
    .OUTPUTS
    Verified: true, false, or null where it could not look; and the findings.
    .EXAMPLE
    Test-MfaUserPortalInstallation -ComputerName web01.contoso.example -TargetVersion 8.0.1.1 -VirtualDirectory MultiFactorAuth
    #>
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName,
        [Parameter(Mandatory)] [ValidatePattern('^\d{1,9}(\.\d{1,9}){1,3}$')] [string]$TargetVersion,
        [Parameter(Mandatory)] [ValidatePattern('^[^\\"''?<>|*\p{Cc}]{1,240}$')] [string]$VirtualDirectory,
        [ValidatePattern('^[^"''\p{Cc}]{1,240}$')] [string]$Site = 'Default Web Site'
    )
    Assert-MfaComputer -ComputerName $ComputerName
    Invoke-MfaVerification -ComputerName $ComputerName -Code WebComponentNotRead -Look {
        $wanted = [pscustomobject]@{ Component = 'userPortal'; Version = $TargetVersion; VirtualDirectory = $VirtualDirectory; Site = $Site }
        Get-MfaWebInstallationFinding -Wanted $wanted -Installation (Get-MfaWebInstallation -Wanted $wanted) -ComputerName $ComputerName
    }
}
