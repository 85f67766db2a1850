function Test-MfaMobileAppWebService {
    <#
    .SYNOPSIS
    Says whether the Mobile App Web Service on this host reaches the Web Service SDK with the account of its web.config.
    .DESCRIPTION
    Reads address and account out of web.config and asks for the page of the SDK once, never again: a wrong password in a
    loop locks the account. The password is in no answer. Sources: MA-16, SH-UP.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .PARAMETER VirtualDirectory
    Virtual directory as the farm file names it. Without it: the only one that holds the component.
    .PARAMETER Site
    IIS site as the farm file names it.
    .OUTPUTS
    Verified: true, false, or null where it could not look; and the findings.
    .EXAMPLE
    Test-MfaMobileAppWebService -ComputerName app01.contoso.example -VirtualDirectory app
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
        $application = Get-MfaWebApplication -Component mobileAppWebService -VirtualDirectory $VirtualDirectory -Site $Site
        Get-MfaWebTestFinding -Application $application -ComputerName $ComputerName
    }
}
