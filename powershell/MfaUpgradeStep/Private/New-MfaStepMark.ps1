# Takes the request: one start only, because VS Code can run a finished task again without a question. The mark says which
# process it was: an id alone is given to another process later.
function New-MfaStepMark {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [string]$RunFolder,
        # Only goes on waiting for what the first start has sent out.
        [switch]$Again
    )
    $path = Join-Path -Path $RunFolder -ChildPath 'taken'
    try {
        $stream = [System.IO.File]::Open($path, $(if ($Again) { 'Create' } else { 'CreateNew' }), 'Write', 'None')
    }
    catch {
        if (-not (Test-Path -LiteralPath $path)) { throw }
        $taken = if ($script:MfaStepCarried) { New-MfaErrorRecord -Code BundleTaken -Category InvalidArgument -Target $RunFolder }
        else { New-MfaErrorRecord -Code RequestTaken -Category InvalidArgument -Target $RunFolder }
        $PSCmdlet.ThrowTerminatingError($taken)
    }
    try {
        $mark = [ordered]@{ processId = $PID; startTicks = Get-MfaStepStartTick; computer = [System.Net.Dns]::GetHostName() }
        $text = ConvertTo-Json -InputObject $mark -Compress
        $bytes = (New-Object -TypeName System.Text.UTF8Encoding -ArgumentList $false).GetBytes($text + "`n")
        $stream.Write($bytes, 0, $bytes.Length)
        $stream.Flush($true)
    }
    finally {
        $stream.Dispose()
    }
}

# When this process started, in ticks that no change of the clock moves: since the computer started where the system has
# /proc, else the system's own file time.
function Get-MfaStepStartTick {
    [CmdletBinding()]
    [OutputType([string])]
    param()
    $stat = '/proc/{0}/stat' -f $PID
    if ([System.IO.File]::Exists($stat)) {
        $text = [System.IO.File]::ReadAllText($stat)
        # The name before it may hold blanks and brackets.
        return $text.Substring($text.LastIndexOf(')') + 2).Split(' ')[19]
    }
    $process = [System.Diagnostics.Process]::GetCurrentProcess()
    try { $process.StartTime.ToFileTimeUtc().ToString([cultureinfo]::InvariantCulture) } finally { $process.Dispose() }
}
