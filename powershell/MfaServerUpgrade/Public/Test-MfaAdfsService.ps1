function Test-MfaAdfsService {
    <#
    .SYNOPSIS
    Says whether AD FS runs on this node with the adapter that lies there.
    .DESCRIPTION
    AD FS has started after the adapter came to this node, has logged event 100 since and no event 105 about these providers, and
    answers the probe; what depends on it and starts by itself runs. Sources: C7B, SCOM, ADFSREQ.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .PARAMETER Provider
    Names under which the adapter of MFA Server was, or is, registered.
    .OUTPUTS
    Verified: true, false, or null where it could not look; and the findings.
    .EXAMPLE
    Test-MfaAdfsService -ComputerName fs02.contoso.example -Provider WindowsAzureMultiFactorAuthentication, AzureMfaServerAuthentication
    #>
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName,
        [Parameter(Mandatory)] [ValidateNotNullOrEmpty()] [ValidatePattern('^[A-Za-z0-9_.-]{1,128}$')] [string[]]$Provider
    )
    Assert-MfaComputer -ComputerName $ComputerName
    Invoke-MfaVerification -ComputerName $ComputerName -Code AdfsNotRead -Look {
        Get-MfaAdfsServiceFinding -Provider $Provider -ComputerName $ComputerName
    }
}
