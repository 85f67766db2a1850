function Test-MfaComponentInstaller {
    <#
    .SYNOPSIS
    Says whether this host has the installer of a web component as the upgraded MFA server has it.
    .DESCRIPTION
    Reads the copy and its source again and compares their SHA-256.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .PARAMETER UpgradeId
    Upgrade that the copy belongs to.
    .PARAMETER Component
    Which component: userPortal or mobileAppWebService.
    .PARAMETER Source
    Program folder, as given to Copy-MfaComponentInstaller.
    .PARAMETER Bitness
    32 or 64, that of this host.
    .OUTPUTS
    Verified: true, false, or null where it could not look; and the findings.
    .EXAMPLE
    Test-MfaComponentInstaller -ComputerName web01.contoso.example -UpgradeId 4f1c -Component userPortal -Source 'D:\MFA'
    #>
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$')] [string]$UpgradeId,
        [Parameter(Mandatory)] [ValidateSet('userPortal', 'mobileAppWebService')] [string]$Component,
        [Parameter(Mandatory)] [ValidateNotNullOrEmpty()] [string]$Source,
        [ValidateSet(32, 64)] [int]$Bitness = 64
    )
    Assert-MfaComputer -ComputerName $ComputerName
    Invoke-MfaVerification -ComputerName $ComputerName -Code ComponentInstallerNotRead -Look {
        $name = Get-MfaComponentPackageName -Component $Component -Bitness $Bitness
        $copy = Join-Path -Path (Get-MfaInstallerFolder -UpgradeId $UpgradeId) -ChildPath $name
        $path = Get-MfaComponentSource -Source $Source -Name $name -UpgradeId $UpgradeId
        $given = @{ Severity = 'error'; ComputerName = $ComputerName }
        if (-not (Test-Path -LiteralPath $copy -PathType Leaf)) { New-MfaFinding -Code ComponentInstallerMissing -Value $copy @given }
        elseif ((Get-MfaFileHash -LiteralPath $copy).Sha256 -ne (Get-MfaFileHash -LiteralPath $path).Sha256) { New-MfaFinding -Code ComponentInstallerDiffers -Value $copy, $path @given }
    }
}
