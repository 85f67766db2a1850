# Lays the program folder of MFA Server of a version, over what is there. The Data folder is not touched. Names with FIXTURE
# are made up.
function Write-MfaSimulatedServerFolder {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [string]$LiteralPath,
        [Parameter(Mandatory)] [string]$Version
    )
    [void][System.IO.Directory]::CreateDirectory([System.IO.Path]::Combine($LiteralPath, 'Logs'))
    Write-MfaSimulatedProgram -LiteralPath ([System.IO.Path]::Combine($LiteralPath, 'FIXTURE_MultiFactorAuthSvc.exe')) -Product 'Server' -Version $Version
    # documented: SEED-A, the folder holds the installers of portal, mobile app and adapter
    # community: JS, and that of the Web Service SDK
    # inferred: 8.x still brings an installer of the mobile app, though a reader found none (DT801)
    foreach ($package in 'UserPortal', 'MobileAppWebService', 'WebServiceSdk', 'AdfsAdapter') {
        $path = [System.IO.Path]::Combine($LiteralPath, "MultiFactorAuthentication${package}Setup64.msi")
        Write-MfaSimulatedProgram -LiteralPath $path -Product $package -Version $Version
        # inferred: the names of the 32-bit installers, which SEED-B mentions, end in 32
        if ($package -in 'UserPortal', 'MobileAppWebService') { Write-MfaSimulatedProgram -LiteralPath $path.Replace('64.msi', '32.msi') -Product $package -Version $Version }
    }
    Write-MfaSimulatedAdapterFile -LiteralPath $LiteralPath -Version $Version
    $major, $minor = $Version.Split('.')[0, 1]
    # documented: GDPR, from 8.0 on
    if ([int]$major -ge 8) { Write-MfaSimulatedProgram -LiteralPath ([System.IO.Path]::Combine($LiteralPath, 'MultiFactorAuthGdpr.exe')) -Product 'Server' -Version $Version }
    # documented: MIG, in 8.1
    if ([int]$major -eq 8 -and [int]$minor -ge 1) { Write-MfaSimulatedText -LiteralPath ([System.IO.Path]::Combine($LiteralPath, 'Configure-MultiFactorAuthMigrationUtility.ps1')) -Text "# FIXTURE of version $Version`n" }
    $log = [System.IO.Path]::Combine($LiteralPath, 'Logs', 'MultiFactorAuthSvc.log')
    # community: S4E, the shape of a line
    if (-not [System.IO.File]::Exists($log)) { Write-MfaSimulatedText -LiteralPath $log -Text "2026-01-01T00:00:00.000000Z|i|1|1|pfsvc|FIXTURE started`n" }
}

# A program as the stand-ins know one: its first line names product and version.
function Write-MfaSimulatedProgram {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string]$LiteralPath, [Parameter(Mandatory)] [string]$Product, [Parameter(Mandatory)] [string]$Version)
    Write-MfaSimulatedText -LiteralPath $LiteralPath -Text ("FIXTURE_FILE product={0} version={1}`n" -f $Product, $Version)
}

# The files of the AD FS adapter beside its MSI. Their real text is not public, but for the one command in each script.
function Write-MfaSimulatedAdapterFile {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string]$LiteralPath, [Parameter(Mandatory)] [string]$Version)
    # documented: ADFS, these files by name
    Write-MfaSimulatedText -LiteralPath ([System.IO.Path]::Combine($LiteralPath, 'MultiFactorAuthenticationAdfsAdapter.config')) -Text (Get-MfaSimulatedAdapterConfig -Version $Version)
    $name = Get-MfaSimulatedProviderName -Version $Version
    Write-MfaSimulatedText -LiteralPath ([System.IO.Path]::Combine($LiteralPath, 'Register-MultiFactorAuthenticationAdfsAdapter.ps1')) -Text ("# FIXTURE of version {0}`r`nRegister-AdfsAuthenticationProvider -TypeName `"{1}`" -Name `"{2}`"`r`n" -f $Version, (Get-MfaSimulatedTypeName -Version $Version), $name)
    Write-MfaSimulatedText -LiteralPath ([System.IO.Path]::Combine($LiteralPath, 'Unregister-MultiFactorAuthenticationAdfsAdapter.ps1')) -Text ("# FIXTURE of version {0}`r`nUnregister-AdfsAuthenticationProvider -Name `"{1}`"`r`n" -f $Version, $name)
}

# The name under which the scripts of a version register.
function Get-MfaSimulatedProviderName {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string]$Version)
    # community: C7B, the name changed from 6.3.1 to 7.0
    if (Test-MfaSimulatedClassic -Version $Version) { 'WindowsAzureMultiFactorAuthentication' } else { 'AzureMfaServerAuthentication' }
}

function Get-MfaSimulatedTypeName {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string]$Version)
    # community: C7B, class, assembly and token
    'pfadfs.AuthenticationAdapter, MultiFactorAuthAdfsAdapter, Version={0}, Culture=neutral, PublicKeyToken=31bf3856ad364e35' -f $Version
}

# The configuration of the adapter as shipped, or as a farm has filled it.
function Get-MfaSimulatedAdapterConfig {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string]$Version, [string]$SdkUrl = '', [pscustomobject]$Account)
    # documented: ADFS, the five names; the layout is made up
    $values = [ordered]@{ UseWebServiceSdk = ([bool]$SdkUrl).ToString().ToLowerInvariant(); WebServiceSdkUrl = $SdkUrl; WebServiceSdkUsername = ''; WebServiceSdkPassword = ''; WebServiceSdkCertificateThumbprint = '' }
    if ($null -ne $Account) { $values.WebServiceSdkUsername = $Account.User; $values.WebServiceSdkPassword = $Account.Password }
    if (-not (Test-MfaSimulatedClassic -Version $Version)) { $values['FIXTURE_NewIn8'] = 'false' }
    $lines = $values.Keys | ForEach-Object -Process { '  <{0}>{1}</{0}>' -f $_, [System.Security.SecurityElement]::Escape($values[$_]) }
    "<?xml version=`"1.0`" encoding=`"utf-8`"?>`r`n<!-- FIXTURE of version $Version -->`r`n<FIXTURE_Configuration>`r`n{0}`r`n</FIXTURE_Configuration>`r`n" -f ($lines -join "`r`n")
}
