# Puts the old adapter in the place of the one that is there: uninstalls that product, where there is one, and installs the saved
# package. Gives how both ended.
function Restore-MfaAdapterPackage {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [string]$LiteralPath,
        [Parameter(Mandatory)] [string]$UpgradeId,
        [AllowNull()] [pscustomobject]$Product
    )
    # The old one lies ready before the new one goes.
    $package = (Save-MfaInstaller -LiteralPath $LiteralPath -UpgradeId $UpgradeId -FreshFolder 'old-adapter').Path
    $gone = if ($null -ne $Product) { Invoke-MfaMsi -Act '/x' -Package $Product.Code -Log (New-MfaLogPath -UpgradeId $UpgradeId -Program 'uninstall-adapter.msi') }
    $ended = Invoke-MfaMsi -Act '/i' -Package $package -Log (New-MfaLogPath -UpgradeId $UpgradeId -Program $package)
    [pscustomobject]@{
        Uninstalled = $gone; ExitCode = $ended.ExitCode; Log = $ended.Log
        RestartNeeded = $ended.RestartNeeded -or ($null -ne $gone -and $gone.RestartNeeded)
    }
}
