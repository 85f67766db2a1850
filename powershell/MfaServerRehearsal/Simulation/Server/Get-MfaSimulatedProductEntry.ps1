# A product under Programs and Features: key, view and values. Product codes and exact names are unknown, so they are made up
# and say so.
function Get-MfaSimulatedProductEntry {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidateSet('Server', 'PhoneFactorAgent', 'WebServiceSdk', 'UserPortal', 'MobileAppWebService', 'AdfsAdapter')] [string]$Product,
        [Parameter(Mandatory)] [string]$Version,
        [Parameter(Mandatory)] [string]$Folder
    )
    # inferred: under Programs and Features each product has an entry of its own, with its version and its folder
    # documented: ADFS2, the server is a 32-bit program as its own key says
    $known = @{
        Server              = 1, 'Wow6432Node\', 'Server'
        PhoneFactorAgent    = 2, 'Wow6432Node\', 'Agent'
        WebServiceSdk       = 3, '', 'Web Service SDK'
        UserPortal          = 4, '', 'User Portal'
        MobileAppWebService = 5, '', 'Mobile App Web Service'
        AdfsAdapter         = 6, '', 'AD FS Adapter'
    }
    $number, $view, $title = $known[$Product]
    $code = '{{00000000-F1C7-0000-0000-00000000000{0}}}' -f $number
    # documented: SEED-B, versions below 6.0 are PhoneFactor
    $line = if ([int]$Version.Split('.')[0] -lt 6) { 'PhoneFactor' } else { 'Multi-Factor Authentication' }
    [pscustomobject]@{
        Key    = 'HKLM:\SOFTWARE\{0}Microsoft\Windows\CurrentVersion\Uninstall\{1}' -f $view, $code
        Values = [pscustomobject][ordered]@{
            DisplayName = "FIXTURE $line $title"; DisplayVersion = $Version; Publisher = 'FIXTURE'; InstallLocation = $Folder; UninstallString = "MsiExec.exe /X$code"
        }
    }
}
