# What makes a setup unfit: not there, not signed by Microsoft (Windows says whether the signature holds), another version.
function Get-MfaInstallerFinding {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [string]$LiteralPath,
        [Parameter(Mandatory)] [string]$Version,
        [Parameter(Mandatory)] [string]$ComputerName,
        [string]$Severity = 'error'
    )
    $given = @{ Severity = $Severity; ComputerName = $ComputerName }
    if (-not (Test-MfaLocalPath -LiteralPath $LiteralPath) -or -not (Test-Path -LiteralPath $LiteralPath -PathType Leaf)) {
        return New-MfaFinding -Code InstallerNotFound -Value $LiteralPath @given
    }
    if (-not (Test-MfaMicrosoftSignature -LiteralPath $LiteralPath)) { return New-MfaFinding -Code InstallerNotSigned -Value $LiteralPath @given }
    $found = Get-MfaFileVersion -LiteralPath $LiteralPath
    if (-not $found) { New-MfaFinding -Code InstallerVersionUnknown -Value $LiteralPath, $Version @given }
    elseif (-not (Test-MfaSameVersion -Version $found -As $Version)) { New-MfaFinding -Code InstallerOtherVersion -Value $LiteralPath, $found, $Version @given }
}

function Test-MfaMicrosoftSignature {
    [CmdletBinding()]
    [OutputType([bool])]
    param([Parameter(Mandatory)] [string]$LiteralPath)
    $signature = Get-AuthenticodeSignature -LiteralPath $LiteralPath -ErrorAction Stop
    [string]$signature.Status -eq 'Valid' -and $signature.SignerCertificate.Subject -match '(^|, )O=Microsoft Corporation(,|$)'
}
