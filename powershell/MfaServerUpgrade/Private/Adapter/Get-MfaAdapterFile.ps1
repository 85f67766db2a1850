# The four files of the AD FS adapter in the program folder of MFA Server (SEED-A, ADFS).
function Get-MfaAdapterFileName {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param()
    [pscustomobject]@{
        Package    = 'MultiFactorAuthenticationAdfsAdapterSetup64.msi'
        Register   = 'Register-MultiFactorAuthenticationAdfsAdapter.ps1'
        Unregister = 'Unregister-MultiFactorAuthenticationAdfsAdapter.ps1'
        Config     = 'MultiFactorAuthenticationAdfsAdapter.config'
    }
}

# Where one of them lies on this host after it was copied for the upgrade. Refused where it is not there.
function Get-MfaAdapterFile {
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [ValidateSet('Package', 'Register', 'Unregister', 'Config')] [string]$Which,
        [Parameter(Mandatory)] [string]$UpgradeId
    )
    $path = Join-Path -Path (Get-MfaInstallerFolder -UpgradeId $UpgradeId) -ChildPath (Get-MfaAdapterFileName).$Which
    if (-not (Test-Path -LiteralPath $path -PathType Leaf)) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code AdapterFileMissing -Category InvalidArgument -Target $path -Value $path))
    }
    $path
}
