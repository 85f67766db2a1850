# Nothing is uninstalled without the backup that its step took: web.config for portal and mobile app, the data file for the
# SDK and the agent, whose uninstallation can take the folder away.
function Assert-MfaUninstallBackup {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [hashtable]$Backup)
    $given = $Backup.Clone()
    $component = $given['Component']
    $given.Remove('Component')
    if ($component -in 'userPortal', 'mobileAppWebService') {
        $given.Remove('InstallPath')
        $answer = Test-MfaWebComponentBackup -Component $component @given
    }
    else { $answer = Test-MfaServerDataBackup @given }
    if ($answer.Verified -eq $true) { return }
    $why = $answer.Findings | Where-Object -Property Severity -EQ -Value 'error' | Select-Object -First 1
    $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code UninstallWithoutBackup -Category InvalidArgument -Target $component -Value (Get-MfaProductTitle -Component $component), $why.Message))
}
