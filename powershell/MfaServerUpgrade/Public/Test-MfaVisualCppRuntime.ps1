function Test-MfaVisualCppRuntime {
    <#
    .SYNOPSIS
    Says whether this host has Visual C++ 2015 Update 1 or later: x86 and x64, on a 32-bit Windows x86.
    .DESCRIPTION
    Reads them in the registry. 14.0.23506 and every later 14.x count. Sources: SEED-A, VC, VCL.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .OUTPUTS
    Verified: true, false, or null where it could not look; and the findings.
    .EXAMPLE
    Test-MfaVisualCppRuntime -ComputerName web01.contoso.example
    #>
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName
    )
    Assert-MfaComputer -ComputerName $ComputerName
    Invoke-MfaVerification -ComputerName $ComputerName -Code VisualCppNotRead -Look {
        foreach ($architecture in Get-MfaVisualCppArchitecture) {
            if (Test-MfaVisualCppThere -Architecture $architecture) { continue }
            New-MfaFinding -Code VisualCppMissing -Severity error -ComputerName $ComputerName -Value $ComputerName, $architecture
        }
    }
}
