# Lays the files of a web component into its folder: the page, web.config, the program file, a theme.
function Write-MfaSimulatedWebFolder {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [ValidateSet('webServiceSdk', 'userPortal', 'mobileAppWebService')] [string]$Component,
        [Parameter(Mandatory)] [string]$LiteralPath,
        [Parameter(Mandatory)] [string]$Version,
        [System.Collections.IDictionary]$Value = @{}
    )
    $known = Get-MfaSimulatedWebComponent -Component $Component
    [void][System.IO.Directory]::CreateDirectory([System.IO.Path]::Combine($LiteralPath, 'bin'))
    Write-MfaSimulatedText -LiteralPath ([System.IO.Path]::Combine($LiteralPath, $known.Page)) -Text "FIXTURE_page`n"
    Write-MfaSimulatedText -LiteralPath ([System.IO.Path]::Combine($LiteralPath, 'bin', $known.Program)) -Text ("FIXTURE_FILE product={0} version={1}`n" -f $known.Product, $Version)
    Write-MfaSimulatedText -LiteralPath ([System.IO.Path]::Combine($LiteralPath, 'web.config')) -Text (Get-MfaSimulatedWebConfig -Component $Component -Version $Version -Value $Value)
    if ($Component -eq 'userPortal') {
        # documented: SEED-A, the theme Default is written anew
        [void][System.IO.Directory]::CreateDirectory([System.IO.Path]::Combine($LiteralPath, 'App_Themes', 'Default'))
        Write-MfaSimulatedText -LiteralPath ([System.IO.Path]::Combine($LiteralPath, 'App_Themes', 'Default', 'FIXTURE_theme.css')) -Text "/* as shipped with $Version */`n"
    }
}

# What the simulation knows of a web component: the program files are made up.
function Get-MfaSimulatedWebComponent {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [string]$Component)
    # documented: SH-UP, the pages of SDK and mobile app
    switch ($Component) {
        'webServiceSdk' { [pscustomobject]@{ Product = 'WebServiceSdk'; Page = 'PfWsSdk.asmx'; Program = 'FIXTURE_WebServiceSdk.dll'; Directory = 'MultiFactorAuthWebServiceSdk' } }
        'userPortal' { [pscustomobject]@{ Product = 'UserPortal'; Page = 'FIXTURE_page.aspx'; Program = 'FIXTURE_UserPortal.dll'; Directory = 'MultiFactorAuth' } }
        'mobileAppWebService' { [pscustomobject]@{ Product = 'MobileAppWebService'; Page = 'PfPaWs.asmx'; Program = 'FIXTURE_MobileAppWebService.dll'; Directory = 'MultiFactorAuthMobileAppWebService' } }
    }
}

# The text of web.config: of a configured old installation where values are given, else as shipped.
function Get-MfaSimulatedWebConfig {
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [string]$Component,
        [Parameter(Mandatory)] [string]$Version,
        [System.Collections.IDictionary]$Value
    )
    # documented: UP-15, the names of the portal's settings
    # documented: MA-16, the names of the mobile app's settings
    # inferred: web.config below 7.0 names .NET 2.0 (ASP4)
    $age = if (Test-MfaSimulatedClassic -Version $Version) { 'old' } else { 'new' }
    $name = if ($Component -eq 'webServiceSdk') { 'webServiceSdk.config' } else { '{0}.{1}.config' -f $Component, $age }
    $text = [System.IO.File]::ReadAllText([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'Data', $name))
    # documented: UP-15, as shipped the portal does not use the SDK, and account and password are empty
    # documented: UP-18, the portal's address in the later article; that the file changed with it is inferred
    $sdk = if ($Component -eq 'userPortal' -and $age -eq 'new') { 'https://www.contoso.com/MultiFactorAuthWebServiceSdk/PfWsSdk.asmx' } else { 'http://localhost:4898/PfWsSdk.asmx' }
    $all = @{ own = 'false'; user = ''; password = ''; sdk = $sdk }
    foreach ($key in $Value.Keys) { $all[$key] = $Value[$key] }
    foreach ($key in $all.Keys) { $text = $text.Replace("{$key}", [System.Security.SecurityElement]::Escape($all[$key])) }
    $text
}

# Versions that are built on .NET 2.0.
function Test-MfaSimulatedClassic {
    [CmdletBinding()]
    [OutputType([bool])]
    param([Parameter(Mandatory)] [string]$Version)
    # community: C7A, those below 7.0
    [int]$Version.Split('.')[0] -lt 7
}

# The account of the simulated farm that may ask the SDK. No secret: it is the same in every rehearsal.
function Get-MfaSimulatedSdkAccount {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param()
    [pscustomobject]@{ User = 'CONTOSO\PFWSDK_MFA01'; Password = 'FIXTURE_no_secret&1' }
}

function Write-MfaSimulatedText {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [string]$LiteralPath,
        [Parameter(Mandatory)] [string]$Text
    )
    [System.IO.File]::WriteAllText($LiteralPath, $Text, (New-Object -TypeName System.Text.UTF8Encoding -ArgumentList $false))
}
