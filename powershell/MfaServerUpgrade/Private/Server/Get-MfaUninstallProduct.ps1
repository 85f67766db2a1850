# The one entry under Programs and Features that is uninstalled. Refused where none or several fit, where it is no product of
# Windows Installer, and where one that has to go before is still there (SEED-B: portal, mobile app, SDK, agent).
function Get-MfaUninstallProduct {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [string]$Component,
        [Parameter(Mandatory)] [pscustomobject]$Trace
    )
    $title = Get-MfaProductTitle -Component $Component
    if ($Trace.Products.Count -ne 1) {
        $names = if ($Trace.Products.Count -gt 0) { $Trace.Products.Name -join ', ' } else { '-' }
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code UninstallNotUnique -Category InvalidArgument -Target $Component -Value $title, $names))
    }
    $product = $Trace.Products[0]
    $order = 'userPortal', 'mobileAppWebService', 'webServiceSdk', 'phoneFactorAgent'
    $before = @($order | Select-Object -First ([array]::IndexOf($order, $Component)))
    # The order is that of the PhoneFactor page: elsewhere a component goes alone.
    $first = Get-MfaInstalledProduct | Where-Object -FilterScript { $before -contains $_.Component -and $_.Name -match 'PhoneFactor' -and $product.Name -match 'PhoneFactor' } | Select-Object -First 1
    if ($null -ne $first) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code UninstallOtherFirst -Category InvalidArgument -Target $Component -Value $first.Name, $product.Name))
    }
    if ($product.Code -notmatch '^\{[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}$') {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code UninstallNotMsi -Category InvalidArgument -Target $product.Code -Value $product.Name))
    }
    $product
}

function Get-MfaProductTitle {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string]$Component)
    if ($Component -eq 'phoneFactorAgent') { 'PhoneFactor Agent' } else { Get-MfaComponentTitle -Component $Component }
}
