# MFA Server or PhoneFactor Agent of a planned host: where it lies and how its data file is written (SEED-A, SEED-B).
# Nothing for a host without one.
function Get-MfaSimulatedServer {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [pscustomobject]$Planned)
    $products = @(
        @{ Member = 'mfaServer'; Product = 'Server'; Path = 'C:\Program Files\Multi-Factor Authentication Server'; DataFile = 'PhoneFactor.pfdata' }
        @{ Member = 'phoneFactorAgent'; Product = 'PhoneFactorAgent'; Path = 'C:\Program Files\PhoneFactor'; DataFile = 'Phonefactor.pfdata' }
    )
    foreach ($product in $products) {
        $entry = Get-MfaFarmMember -Object $Planned.Entry -Name $product.Member
        if ($null -eq $entry) { continue }
        $given = Get-MfaFarmMember -Object $entry -Name 'installPath'
        $path = if ($given) { $given } else { $product.Path }
        # C:\x\y lies at files/C/x/y.
        $below = ($path -replace '^([A-Za-z]):', '$1').Replace('\', '/').TrimEnd('/')
        return [pscustomobject]@{ Below = $below; Product = $product.Product; DataFile = $product.DataFile }
    }
}
