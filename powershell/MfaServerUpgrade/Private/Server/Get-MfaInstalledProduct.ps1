# MFA Server, PhoneFactor Agent and their components as they stand under Programs and Features (ARP), in both views. Exact
# names are unknown, so they are found by pattern (inferred). Win32_Product is never asked: it repairs what it lists (W32P).
function Get-MfaInstalledProduct {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param()
    foreach ($root in 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall', 'HKLM:\SOFTWARE\Wow6432Node\Microsoft\Windows\CurrentVersion\Uninstall') {
        foreach ($code in Get-MfaSubkeyName -Key $root) {
            $name = [string](Get-MfaRegistryValue -Key "$root\$code" -Name 'DisplayName')
            if ($name -notlike '*Multi-Factor Authentication*' -and $name -notlike '*PhoneFactor*') { continue }
            [pscustomobject]@{
                Code      = $code
                Name      = $name
                Version   = [string](Get-MfaRegistryValue -Key "$root\$code" -Name 'DisplayVersion')
                Component = Get-MfaProductComponent -Name $name
            }
        }
    }
}

# Which component a product's name speaks of. The words are inferred; what names none of them is the server or the agent.
function Get-MfaProductComponent {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string]$Name)
    if ($Name -match 'User\s*Portal') { return 'userPortal' }
    if ($Name -match '(Mobile|Phone)\s*App') { return 'mobileAppWebService' }
    if ($Name -match 'SDK') { return 'webServiceSdk' }
    if ($Name -match 'Adapter|AD\s?FS') { return 'adfsAdapter' }
    if ($Name -match 'PhoneFactor') { 'phoneFactorAgent' } else { 'mfaServer' }
}

# The names of the keys below a key; none where it is not there.
function Get-MfaSubkeyName {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string]$Key)
    try {
        Get-ChildItem -LiteralPath $Key -ErrorAction Stop | ForEach-Object -Process { $_.PSChildName }
    }
    catch [System.Management.Automation.ItemNotFoundException] {
        return
    }
}
