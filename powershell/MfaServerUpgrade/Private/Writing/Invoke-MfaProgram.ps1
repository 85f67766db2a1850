# Starts a program by its full path, waits for its end and gives its exit code. Nobody ends it: an installer that is stopped
# half way is worse than one that takes long.
function Invoke-MfaProgram {
    [CmdletBinding()]
    [OutputType([int])]
    param(
        [Parameter(Mandatory)] [string]$LiteralPath,
        [string[]]$ArgumentList = @(),
        # Where a person clicks, somebody can have gone home: then the wait ends, never the program.
        [int]$LimitMinutes = 0
    )
    Assert-MfaWriteAllowed -LiteralPath $LiteralPath
    $words = @{}
    if ($ArgumentList.Count -gt 0) { $words['ArgumentList'] = $ArgumentList }
    $process = Start-Process -FilePath $LiteralPath @words -PassThru -ErrorAction Stop
    # Windows PowerShell 5.1 knows the exit code only where somebody held the handle while the program ran.
    $handle = $process.PSObject.Properties['Handle']
    if ($null -ne $handle) { [void]$handle.Value }
    for ($waited = 0; -not $process.HasExited; $waited += 5) {
        if ($LimitMinutes -gt 0 -and $waited -ge 60 * $LimitMinutes) {
            $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code ProgramStillRuns -Category OperationTimeout -Target $LiteralPath -Value $LiteralPath, $LimitMinutes))
        }
        Start-Sleep -Seconds 5
    }
    [int]$process.ExitCode
}
