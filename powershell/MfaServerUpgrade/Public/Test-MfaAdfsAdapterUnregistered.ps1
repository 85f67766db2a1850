function Test-MfaAdfsAdapterUnregistered {
    <#
    .SYNOPSIS
    Says whether an adapter is no longer registered in the AD FS farm.
    .DESCRIPTION
    Reads the registrations of AD FS.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .PARAMETER Provider
    Name under which it was registered.
    .OUTPUTS
    Verified: true, false, or null where it could not look; and the findings.
    .EXAMPLE
    Test-MfaAdfsAdapterUnregistered -ComputerName fs01.contoso.example -Provider WindowsAzureMultiFactorAuthentication
    #>
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_.-]{1,128}$')] [string]$Provider
    )
    Assert-MfaComputer -ComputerName $ComputerName
    Invoke-MfaVerification -ComputerName $ComputerName -Code AdfsNotRead -Look {
        $names = @(Get-MfaAdfsProvider)
        if ($names -contains $Provider) { New-MfaFinding -Code AdfsProviderStillThere -Severity error -ComputerName $ComputerName -Value $Provider, ($names -join ', ') }
    }
}
