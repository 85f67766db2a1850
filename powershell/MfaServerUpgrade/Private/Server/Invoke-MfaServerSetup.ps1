# Runs the setup out of a fresh folder that only administrators can write to, and waits until process, Windows Installer and
# version have come to rest. Gives the copy and the exit code. What the setup's exit codes mean is not documented, so a code
# that is no success counts as a failure only where the version is not the one wanted.
function Invoke-MfaServerSetup {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [string]$LiteralPath,
        [Parameter(Mandatory)] [string]$Version,
        [Parameter(Mandatory)] [string]$UpgradeId,
        [Parameter(Mandatory)] [int]$LimitMinutes
    )
    $copy = Save-MfaServerSetup -LiteralPath $LiteralPath -UpgradeId $UpgradeId
    Write-Information -MessageData ('The setup {0} is open on this host. Click through it there; this waits up to {1} minutes.' -f $copy.Path, $LimitMinutes)
    $code = Invoke-MfaProgram -LiteralPath $copy.Path -LimitMinutes $LimitMinutes
    Wait-MfaSetupRest -LiteralPath $copy.Path -Version $Version -ExitCode $code -LimitMinutes $LimitMinutes
    if ($code -notin 0, 3010, 1641 -and -not (Test-MfaServerVersion -Version $Version)) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code SetupEndedWith -Category OperationStopped -Target $copy.Path -Value $code))
    }
    [pscustomobject]@{ Path = $copy.Path; Sha256 = $copy.SourceSha256; ExitCode = $code }
}

# The copy of the setup in a fresh folder that only administrators can write to.
function Save-MfaServerSetup {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [string]$LiteralPath,
        [Parameter(Mandatory)] [string]$UpgradeId
    )
    $copy = Save-MfaInstaller -LiteralPath $LiteralPath -UpgradeId $UpgradeId -FreshFolder 'server-setup'
    # Looked at again: between the first look and the copy somebody could have changed the file.
    if (-not (Test-MfaMicrosoftSignature -LiteralPath $copy.Path)) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code InstallerNotSigned -Category InvalidArgument -Target $copy.Path -Value $copy.Path))
    }
    $copy
}

# A setup can hand over to another process and end before it. Two minutes are left for the version to appear (inferred).
function Wait-MfaSetupRest {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [string]$LiteralPath,
        [Parameter(Mandatory)] [string]$Version,
        [Parameter(Mandatory)] [int]$ExitCode,
        [Parameter(Mandatory)] [int]$LimitMinutes
    )
    for ($waited = 0; Test-MfaSetupRunning -LiteralPath $LiteralPath; $waited += 5) {
        if ($waited -ge 60 * $LimitMinutes) {
            $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code ProgramStillRuns -Category OperationTimeout -Target $LiteralPath -Value $LiteralPath, $LimitMinutes))
        }
        Start-Sleep -Seconds 5
    }
    if ($ExitCode -notin 0, 3010, 1641) { return }
    for ($waited = 0; $waited -lt 120; $waited += 5) {
        if (Test-MfaServerVersion -Version $Version) { return }
        Start-Sleep -Seconds 5
    }
}

# Whether the setup, what it left behind, or Windows Installer is at work on this host.
function Test-MfaSetupRunning {
    [CmdletBinding()]
    [OutputType([bool])]
    param([Parameter(Mandatory)] [string]$LiteralPath)
    $name = [System.IO.Path]::GetFileNameWithoutExtension($LiteralPath)
    @(Get-Process -Name "$name*" -ErrorAction Stop).Count -gt 0 -or (Test-MfaWindowsInstallerBusy)
}

# Whether the program of the service is there in the version that is wanted.
function Test-MfaServerVersion {
    [CmdletBinding()]
    [OutputType([bool])]
    param([Parameter(Mandatory)] [string]$Version)
    $binary = Get-MfaServerBinary
    [bool]($binary -and (Test-Path -LiteralPath $binary) -and (Test-MfaSameVersion -Version (Get-MfaFileVersion -LiteralPath $binary) -As $Version))
}
