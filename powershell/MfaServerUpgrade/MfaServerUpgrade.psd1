@{
    RootModule           = 'MfaServerUpgrade.psm1'
    ModuleVersion        = '0.1.0'
    GUID                 = '6d0a5f0a-5c0e-4b0e-9a53-0b9a3f3a7c11'
    Author               = 'MFA Server Upgrade contributors'
    Description          = 'Steps of an upgrade of Azure Multi-Factor Authentication Server, and the checks that verify them.'
    PowerShellVersion    = '5.1'
    CompatiblePSEditions = @('Desktop', 'Core')
    FunctionsToExport    = @(
        'Backup-MfaProgramFolder'
        'Backup-MfaServerData'
        'Backup-MfaWebComponent'
        'Copy-MfaComponentInstaller'
        'Install-MfaMobileAppWebService'
        'Install-MfaServer'
        'Install-MfaUserPortal'
        'Install-MfaVisualCppRuntime'
        'Resume-MfaHostTraffic'
        'Suspend-MfaHostTraffic'
        'Test-MfaComponentInstaller'
        'Test-MfaComponentRemoved'
        'Test-MfaHostTraffic'
        'Test-MfaInstaller'
        'Test-MfaMobileAppInstallation'
        'Test-MfaMobileAppWebService'
        'Test-MfaProgramFolderBackup'
        'Test-MfaServer'
        'Test-MfaServerDataBackup'
        'Test-MfaUpgradeReadiness'
        'Test-MfaUserPortal'
        'Test-MfaUserPortalInstallation'
        'Test-MfaVisualCppRuntime'
        'Test-MfaWebComponentBackup'
        'Uninstall-MfaComponent'
    )
    CmdletsToExport      = @()
    VariablesToExport    = @()
    AliasesToExport      = @()
}
