# Lays the setup ready in its own folder, says what to start on which host, and waits until the version is there and everything
# has come to rest: through a session no window is seen, so a person starts it on the host. A setup that runs already is
# waited for, and its folder left alone. How it ended nobody tells us, so the exit code stays open.
function Wait-MfaServerSetup {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [string]$LiteralPath,
        [Parameter(Mandatory)] [string]$Version,
        [Parameter(Mandatory)] [string]$UpgradeId,
        [Parameter(Mandatory)] [int]$LimitMinutes,
        [Parameter(Mandatory)] [string]$ComputerName
    )
    $setup = [pscustomobject]@{ Path = $null; Sha256 = $null; ExitCode = $null }
    $runs = Test-MfaSetupRunning -LiteralPath $LiteralPath
    if (-not $runs) {
        $copy = Save-MfaServerSetup -LiteralPath $LiteralPath -UpgradeId $UpgradeId
        $setup.Path = $copy.Path
        $setup.Sha256 = $copy.SourceSha256
        Write-Information -MessageData ('Start this on {0} as administrator, and click through it there (Open Remote Desktop is in the menu of the step):' -f $ComputerName)
        Write-Information -MessageData ('  {0}' -f $copy.Path)
    }
    Write-Information -MessageData ('This waits up to {0} minutes for version {1}.' -f $LimitMinutes, $Version)
    for ($waited = 0; $runs -or -not (Test-MfaServerVersion -Version $Version); $waited += 5) {
        if ($waited -ge 60 * $LimitMinutes) { Stop-MfaSetupWait -LiteralPath $LiteralPath -Running $runs -LimitMinutes $LimitMinutes -ComputerName $ComputerName }
        Start-Sleep -Seconds 5
        $before = $runs
        $runs = Test-MfaSetupRunning -LiteralPath $LiteralPath
        if ($runs -and -not $before) { Write-Information -MessageData ('The setup is at work on {0}.' -f $ComputerName) }
        if ($before -and -not $runs -and -not (Test-MfaServerVersion -Version $Version)) { Write-Information -MessageData 'The setup has ended, and the version is not there. Where it was cancelled, start it again: this goes on waiting.' }
    }
    $setup
}

# The limit is reached: the wait ends, never the program.
function Stop-MfaSetupWait {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [string]$LiteralPath,
        [Parameter(Mandatory)] [bool]$Running,
        [Parameter(Mandatory)] [int]$LimitMinutes,
        [Parameter(Mandatory)] [string]$ComputerName
    )
    $why = if ($Running) { New-MfaErrorRecord -Code ProgramStillRuns -Category OperationTimeout -Target $LiteralPath -Value $LiteralPath, $LimitMinutes }
    else { New-MfaErrorRecord -Code SetupNotStarted -Category OperationTimeout -Target $LiteralPath -Value $ComputerName, $LimitMinutes }
    $PSCmdlet.ThrowTerminatingError($why)
}
