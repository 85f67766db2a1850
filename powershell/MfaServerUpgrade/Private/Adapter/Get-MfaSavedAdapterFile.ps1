# A file of the old adapter in the first set of a saved program folder, the one from before the upgrade; on this host or through
# the administrative share of another.
function Get-MfaSavedAdapterFile {
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [string]$Source,
        [Parameter(Mandatory)] [string]$UpgradeId,
        [Parameter(Mandatory)] [ValidateSet('Package', 'Register')] [string]$Which
    )
    Assert-MfaSourceFolder -LiteralPath $Source
    $first = Get-MfaBackupSet -LiteralPath $Source | Select-Object -Last 1
    if ($null -eq $first) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code OldAdapterNotSaved -Category InvalidArgument -Target $Source -Value $Source))
    }
    Get-MfaComponentSource -Source $first.DataPath -Name (Get-MfaAdapterFileName).$Which -UpgradeId $UpgradeId
}

# The one product of Windows Installer that is uninstalled; nothing where no adapter is there. Refused where that is not clear.
function Get-MfaAdapterProduct {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [pscustomobject]$Installation)
    if ($Installation.Assemblies.Count -eq 0 -and $Installation.Products.Count -eq 0) { return }
    $shown = if ($Installation.Products.Count -gt 0) { $Installation.Products.Name -join ', ' } else { '-' }
    if ($Installation.Products.Count -ne 1 -or $Installation.Products[0].Code -notmatch '^\{[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}$') {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code UninstallNotUnique -Category InvalidArgument -Target 'adfsAdapter' -Value 'AD FS adapter', $shown))
    }
    $Installation.Products[0]
}
