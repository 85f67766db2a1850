# Nothing is uninstalled without the backup that its step took: web.config for portal, mobile app and SDK, the data file for
# the agent, whose uninstallation can take the folder away.
function Assert-MfaUninstallBackup {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [hashtable]$Backup)
    $given = $Backup.Clone()
    $component = $given['Component']
    $given.Remove('Component')
    if ($component -eq 'phoneFactorAgent') { $answer = Test-MfaServerDataBackup @given }
    else {
        $given.Remove('InstallPath')
        $answer = Test-MfaWebComponentBackup -Component $component @given
    }
    if ($answer.Verified -eq $true) { return }
    $why = $answer.Findings | Where-Object -Property Severity -EQ -Value 'error' | Select-Object -First 1
    $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code UninstallWithoutBackup -Category InvalidArgument -Target $component -Value (Get-MfaProductTitle -Component $component), $why.Message))
}
