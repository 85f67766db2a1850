# Whether a file can be made in a folder: makes an empty one that is gone as soon as it is closed.
function Test-MfaFolderWritable {
    [CmdletBinding()]
    [OutputType([bool])]
    param([Parameter(Mandatory)] [string]$LiteralPath)
    $file = Join-Path -Path $LiteralPath -ChildPath ('{0}.tmp' -f [guid]::NewGuid().ToString('N'))
    Assert-MfaWriteAllowed -LiteralPath $file
    try {
        $stream = New-Object -TypeName System.IO.FileStream -ArgumentList $file, 'CreateNew', 'Write', 'None', 1, ([System.IO.FileOptions]::DeleteOnClose)
    }
    catch {
        # New-Object wraps what the constructor threw. Only "not allowed" is an answer, everything else could not find out.
        if ($_.Exception.GetBaseException() -is [System.UnauthorizedAccessException]) { return $false }
        throw
    }
    $stream.Dispose()
    $true
}
