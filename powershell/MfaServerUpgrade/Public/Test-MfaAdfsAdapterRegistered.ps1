function Test-MfaAdfsAdapterRegistered {
    <#
    .SYNOPSIS
    Says whether an adapter is registered in the AD FS farm, and lies on this node.
    .DESCRIPTION
    Reads the registrations of AD FS, and the adapter of this node.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .PARAMETER Provider
    Name under which it should be registered.
    .PARAMETER TargetVersion
    Version of the adapter.
    .OUTPUTS
    Verified: true, false, or null where it could not look; and the findings.
    .EXAMPLE
    Test-MfaAdfsAdapterRegistered -ComputerName fs01.contoso.example -Provider AzureMfaServerAuthentication -TargetVersion 8.0.1.1
    #>
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_.-]{1,128}$')] [string]$Provider,
        [Parameter(Mandatory)] [ValidatePattern('^\d{1,9}(\.\d{1,9}){1,3}$')] [string]$TargetVersion
    )
    Assert-MfaComputer -ComputerName $ComputerName
    Invoke-MfaVerification -ComputerName $ComputerName -Code AdfsNotRead -Look {
        $names = @(Get-MfaAdfsProvider)
        if ($names -notcontains $Provider) { New-MfaFinding -Code AdfsProviderMissing -Severity error -ComputerName $ComputerName -Value $Provider, ($names -join ', ') }
        Get-MfaAdapterFinding -Installation (Get-MfaAdapterInstallation) -Version $TargetVersion -ComputerName $ComputerName
    }
}
