# Starts a program by its full path, waits for its end and gives its exit code. Nobody ends it: an installer that is stopped
# half way is worse than one that takes long.
function Invoke-MfaProgram {
    [CmdletBinding()]
    [OutputType([int])]
    param(
        [Parameter(Mandatory)] [string]$LiteralPath,
        [Parameter(Mandatory)] [string[]]$ArgumentList
    )
    Assert-MfaWriteAllowed -LiteralPath $LiteralPath
    $process = Start-Process -FilePath $LiteralPath -ArgumentList $ArgumentList -PassThru -ErrorAction Stop
    # Windows PowerShell 5.1 knows the exit code only where somebody held the handle while the program ran.
    $handle = $process.PSObject.Properties['Handle']
    if ($null -ne $handle) { [void]$handle.Value }
    while (-not $process.HasExited) { Start-Sleep -Seconds 5 }
    [int]$process.ExitCode
}
