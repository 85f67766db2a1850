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
    # documented: ADFS, these files by name; their text is not public
    foreach ($name in 'MultiFactorAuthenticationAdfsAdapter.config', 'Register-MultiFactorAuthenticationAdfsAdapter.ps1', 'Unregister-MultiFactorAuthenticationAdfsAdapter.ps1') {
        Write-MfaSimulatedText -LiteralPath ([System.IO.Path]::Combine($LiteralPath, $name)) -Text "# FIXTURE of version $Version`n"
    }
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
