function Test-MfaInstaller {
    <#
    .SYNOPSIS
    Says whether the setup of MFA Server on this host is the right one: there, signed by Microsoft, of the target version.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .PARAMETER Installer
    Full path of MultiFactorAuthenticationServerSetup.exe on this host.
    .PARAMETER TargetVersion
    Version that the upgrade leads to.
    .OUTPUTS
    Verified: true, false, or null where it could not look; the findings; and the file's SHA-256, to compare with other hosts.
    .EXAMPLE
    Test-MfaInstaller -ComputerName mfa01.contoso.example -Installer 'D:\Setup\MultiFactorAuthenticationServerSetup.exe' -TargetVersion 8.0.1.1
    #>
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName,
        [Parameter(Mandatory)] [ValidateNotNullOrEmpty()] [string]$Installer,
        [Parameter(Mandatory)] [ValidatePattern('^\d{1,9}(\.\d{1,9}){1,3}$')] [string]$TargetVersion
    )
    Assert-MfaComputer -ComputerName $ComputerName
    $answer = Invoke-MfaVerification -ComputerName $ComputerName -Code InstallerNotRead -Look {
        Get-MfaInstallerFinding -LiteralPath $Installer -Version $TargetVersion -ComputerName $ComputerName
    }
    $hash = if ($answer.Verified) { (Get-MfaFileHash -LiteralPath $Installer).Sha256 }
    $answer | Add-Member -NotePropertyName 'Sha256' -NotePropertyValue $hash -PassThru
}
