function Test-MfaAdfsProviderEnabled {
    <#
    .SYNOPSIS
    Says whether a provider is on in the AD FS farm, and registered.
    .DESCRIPTION
    Reads the list of additional providers of the global policy, and the registrations.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .PARAMETER Provider
    Name under which it is registered.
    .OUTPUTS
    Verified: true, false, or null where it could not look; and the findings.
    .EXAMPLE
    Test-MfaAdfsProviderEnabled -ComputerName fs01.contoso.example -Provider AzureMfaServerAuthentication
    #>
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_.-]{1,128}$')] [string]$Provider
    )
    Assert-MfaComputer -ComputerName $ComputerName
    Invoke-MfaVerification -ComputerName $ComputerName -Code AdfsNotRead -Look {
        Get-MfaAdfsOnFinding -Provider $Provider -ComputerName $ComputerName
    }
}
