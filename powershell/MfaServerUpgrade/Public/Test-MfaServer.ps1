function Test-MfaServer {
    <#
    .SYNOPSIS
    Says whether MFA Server of the target version works on this host, in the folder that it had.
    .DESCRIPTION
    Reads the version of the service's program, the install folder, the state of the service and its start type, and both
    Visual C++ runtimes. The entry under Programs and Features is looked for by pattern; none that fits is told as a warning.
    Sources: DEP-19, DEP-23, ADFS, ARP.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .PARAMETER TargetVersion
    Version that the upgrade leads to.
    .PARAMETER InstallPath
    Install folder as the farm file names it.
    .OUTPUTS
    Verified: true, false, or null where it could not look; and the findings.
    .EXAMPLE
    Test-MfaServer -ComputerName mfa01.contoso.example -TargetVersion 8.0.1.1
    #>
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName,
        [Parameter(Mandatory)] [ValidatePattern('^\d{1,9}(\.\d{1,9}){1,3}$')] [string]$TargetVersion,
        [ValidateNotNullOrEmpty()] [string]$InstallPath
    )
    Assert-MfaComputer -ComputerName $ComputerName
    Invoke-MfaVerification -ComputerName $ComputerName -Code ServerNotRead -Look {
        Get-MfaServerFinding -State (Get-MfaServerState) -Version $TargetVersion -InstallPath $InstallPath -ComputerName $ComputerName
    }
}
