# The checks in the order in which they are shown. Each is one file of this folder.
function Get-MfaReadinessCheck {
    [CmdletBinding()]
    [OutputType([string])]
    param()
    'Test-MfaReadyPowerShell'
    'Test-MfaReadyProcess'
    'Test-MfaReadyDotNet'
    'Test-MfaReadyVisualCpp'
    'Test-MfaReadyDataFile'
    'Test-MfaReadyServerService'
    'Test-MfaReadyWebServer'
    'Test-MfaReadyWebRole'
    'Test-MfaReadyWebComponent'
    'Test-MfaReadyWebPool'
    'Test-MfaReadySdkCertificate'
    'Test-MfaReadyAdfsService'
    'Test-MfaReadyFreeSpace'
    'Test-MfaReadyBackupFolder'
    'Test-MfaReadyRestart'
    'Test-MfaReadyInstaller'
}
