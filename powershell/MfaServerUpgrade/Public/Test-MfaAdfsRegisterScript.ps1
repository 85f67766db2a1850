function Test-MfaAdfsRegisterScript {
    <#
    .SYNOPSIS
    Says whether the register script of the AD FS adapter on this host names the configuration file that is there.
    .DESCRIPTION
    Reads the copied script with the PowerShell parser again: its one command has -ConfigurationFilePath once, with the full
    path of the copied configuration file. A signature that no longer holds is a warning.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .PARAMETER UpgradeId
    Upgrade that the copied files belong to.
    .OUTPUTS
    Verified: true, false, or null where it could not look; and the findings.
    .EXAMPLE
    Test-MfaAdfsRegisterScript -ComputerName fs01.contoso.example -UpgradeId 4f1c
    #>
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$')] [string]$UpgradeId
    )
    Assert-MfaComputer -ComputerName $ComputerName
    Invoke-MfaVerification -ComputerName $ComputerName -Code RegisterScriptNotRead -Look {
        Get-MfaRegisterScriptFinding -UpgradeId $UpgradeId -ComputerName $ComputerName
    }
}
