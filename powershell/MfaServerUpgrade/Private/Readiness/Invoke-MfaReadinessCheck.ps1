# Runs one check. A check that fails to look blocks the host under a code of its own: unknown is not ready.
function Invoke-MfaReadinessCheck {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [string]$Name,
        [Parameter(Mandatory)] [pscustomobject]$Subject
    )
    try {
        $findings = @(& $Name -Subject $Subject)
        $couldLook = $true
    }
    catch {
        $findings = @(New-MfaNotCheckedFinding -Name $Name -ComputerName $Subject.ComputerName -Reason $_.Exception.Message)
        $couldLook = $false
    }
    [pscustomobject]@{ Name = $Name; CouldLook = $couldLook; Findings = $findings }
}

function New-MfaNotCheckedFinding {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [string]$Name,
        [Parameter(Mandatory)] [string]$ComputerName,
        [Parameter(Mandatory)] [string]$Reason
    )
    $given = @{ Severity = 'inhibitor'; ComputerName = $ComputerName; Value = $Reason }
    switch ($Name) {
        'Test-MfaReadyPowerShell' { New-MfaFinding -Code PowerShellNotChecked @given }
        'Test-MfaReadyProcess' { New-MfaFinding -Code ProcessNotChecked @given }
        'Test-MfaReadyDotNet' { New-MfaFinding -Code DotNetNotChecked @given }
        'Test-MfaReadyVisualCpp' { New-MfaFinding -Code VisualCppNotChecked @given }
        'Test-MfaReadyDataFile' { New-MfaFinding -Code DataFileNotChecked @given }
        'Test-MfaReadyServerService' { New-MfaFinding -Code ServerServiceNotChecked @given }
        'Test-MfaReadyWebServer' { New-MfaFinding -Code WebServerNotChecked @given }
        'Test-MfaReadyWebRole' { New-MfaFinding -Code WebRoleNotChecked @given }
        'Test-MfaReadySdkCertificate' { New-MfaFinding -Code SdkCertificateNotChecked @given }
        'Test-MfaReadyWebComponent' { New-MfaFinding -Code WebComponentNotChecked @given }
        'Test-MfaReadyWebPool' { New-MfaFinding -Code WebPoolNotChecked @given }
        'Test-MfaReadyAdfsService' { New-MfaFinding -Code AdfsServiceNotChecked @given }
        'Test-MfaReadyFreeSpace' { New-MfaFinding -Code FreeSpaceNotChecked @given }
        'Test-MfaReadyBackupFolder' { New-MfaFinding -Code BackupFolderNotChecked @given }
        'Test-MfaReadyRestart' { New-MfaFinding -Code RestartNotChecked @given }
        'Test-MfaReadyInstaller' { New-MfaFinding -Code InstallerNotChecked @given }
        default { throw "There is no code for the check $Name." }
    }
}
