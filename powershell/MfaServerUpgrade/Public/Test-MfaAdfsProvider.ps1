function Test-MfaAdfsProvider {
    <#
    .SYNOPSIS
    Says whether a provider is off in the AD FS farm.
    .DESCRIPTION
    Reads the list of additional providers of the global policy.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .PARAMETER Provider
    Name under which it is registered.
    .OUTPUTS
    Verified: true, false, or null where it could not look; and the findings.
    .EXAMPLE
    Test-MfaAdfsProvider -ComputerName fs01.contoso.example -Provider WindowsAzureMultiFactorAuthentication
    #>
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_.-]{1,128}$')] [string]$Provider
    )
    Assert-MfaComputer -ComputerName $ComputerName
    Invoke-MfaVerification -ComputerName $ComputerName -Code AdfsNotRead -Look {
        $list = @(Get-MfaAdfsProviderList)
        if ($list -contains $Provider) { New-MfaFinding -Code AdfsProviderStillOn -Severity error -ComputerName $ComputerName -Value $Provider, (ConvertTo-MfaListText -List $list) }
    }
}
