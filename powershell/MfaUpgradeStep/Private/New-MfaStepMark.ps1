# Takes the request: one start only, because VS Code can run a finished task again without a question.
function New-MfaStepMark {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string]$RunFolder)
    $path = Join-Path -Path $RunFolder -ChildPath 'taken'
    try {
        $stream = [System.IO.File]::Open($path, 'CreateNew', 'Write', 'None')
    }
    catch {
        if (-not (Test-Path -LiteralPath $path)) { throw }
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code RequestTaken -Category InvalidArgument -Target $RunFolder))
    }
    try {
        $bytes = [System.Text.Encoding]::ASCII.GetBytes("$PID`n")
        $stream.Write($bytes, 0, $bytes.Length)
        $stream.Flush($true)
    }
    finally {
        $stream.Dispose()
    }
}
