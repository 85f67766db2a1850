function Test-MfaAdfsAdapterFile {
    <#
    .SYNOPSIS
    Says whether this node has the four files of the AD FS adapter as the upgraded MFA server has them.
    .DESCRIPTION
    Reads copies and sources again and compares their SHA-256. The register script may differ by our edit; a configuration file
    that differs is a warning, because values are carried into it.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .PARAMETER UpgradeId
    Upgrade that the copies belong to.
    .PARAMETER Source
    Program folder, as given to Copy-MfaAdfsAdapterFile.
    .OUTPUTS
    Verified: true, false, or null where it could not look; and the findings.
    .EXAMPLE
    Test-MfaAdfsAdapterFile -ComputerName fs01.contoso.example -UpgradeId 4f1c -Source 'D:\MFA'
    #>
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$')] [string]$UpgradeId,
        [Parameter(Mandatory)] [ValidateNotNullOrEmpty()] [string]$Source
    )
    Assert-MfaComputer -ComputerName $ComputerName
    Invoke-MfaVerification -ComputerName $ComputerName -Code AdapterFileNotRead -Look {
        foreach ($one in Get-MfaAdapterCopy -UpgradeId $UpgradeId -Source $Source) {
            $given = @{ ComputerName = $ComputerName }
            switch ($one.State) {
                'missing' { New-MfaFinding -Code AdapterFileMissing -Severity error -Value $one.Path @given }
                'differs' { New-MfaFinding -Code AdapterFileDiffers -Severity error -Value $one.Path, $one.Source @given }
                'kept' { New-MfaFinding -Code AdapterConfigDiffers -Severity warning -Value $one.Path, $one.Source @given }
            }
        }
    }
}
