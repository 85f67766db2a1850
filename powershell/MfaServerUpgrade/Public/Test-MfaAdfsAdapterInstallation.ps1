function Test-MfaAdfsAdapterInstallation {
    <#
    .SYNOPSIS
    Says whether the AD FS adapter of a version is installed on this node.
    .DESCRIPTION
    Reads the adapter's assembly in the global assembly cache and its entry under Programs and Features. What AD FS has loaded
    and registered is not looked at.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .PARAMETER TargetVersion
    Version that is wanted.
    .OUTPUTS
    Verified: true, false, or null where it could not look; and the findings.
    .EXAMPLE
    Test-MfaAdfsAdapterInstallation -ComputerName fs01.contoso.example -TargetVersion 8.0.1.1
    #>
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName,
        [Parameter(Mandatory)] [ValidatePattern('^\d{1,9}(\.\d{1,9}){1,3}$')] [string]$TargetVersion
    )
    Assert-MfaComputer -ComputerName $ComputerName
    Invoke-MfaVerification -ComputerName $ComputerName -Code AdapterNotRead -Look {
        Get-MfaAdapterFinding -Installation (Get-MfaAdapterInstallation) -Version $TargetVersion -ComputerName $ComputerName
    }
}
