function Test-MfaUserPortal {
    <#
    .SYNOPSIS
    Says whether the User Portal on this host reaches the Web Service SDK with the account of its web.config.
    .DESCRIPTION
    Reads address and account out of web.config and asks for the page of the SDK once, never again: a wrong password in a
    loop locks the account. A portal on an
    MFA server that uses no SDK asks the service of that server. The password is in no answer. Sources: UP-15, UP-18, WHFB.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .PARAMETER VirtualDirectory
    Virtual directory as the farm file names it. Without it: the only one that holds the component.
    .PARAMETER Site
    IIS site as the farm file names it.
    .OUTPUTS
    Verified: true, false, or null where it could not look; and the findings.
    .EXAMPLE
    Test-MfaUserPortal -ComputerName web01.contoso.example -VirtualDirectory MultiFactorAuth
    #>
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName,
        [ValidateNotNullOrEmpty()] [string]$VirtualDirectory,
        [ValidateNotNullOrEmpty()] [string]$Site
    )
    Assert-MfaComputer -ComputerName $ComputerName
    Invoke-MfaVerification -ComputerName $ComputerName -Code WebComponentNotRead -Look {
        $application = Get-MfaWebApplication -Component userPortal -VirtualDirectory $VirtualDirectory -Site $Site
        Get-MfaWebTestFinding -Application $application -ComputerName $ComputerName
    }
}
