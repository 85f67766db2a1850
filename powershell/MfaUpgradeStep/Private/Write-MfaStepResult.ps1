# Writes result.json so that it is whole or not there: written under another name, flushed to disk, read back, renamed.
function Write-MfaStepResult {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [string]$RunFolder,
        # result.json as text.
        [Parameter(Mandatory)] [string]$Text
    )
    $bytes = (New-Object -TypeName System.Text.UTF8Encoding -ArgumentList $false).GetBytes($Text.TrimEnd() + "`n")
    $partial = Join-Path -Path $RunFolder -ChildPath 'result.json.partial'
    $stream = [System.IO.File]::Open($partial, 'CreateNew', 'Write', 'None')
    try {
        # Windows gives a file the access of its folder; elsewhere everybody could read it.
        if ([System.Environment]::OSVersion.Platform -eq 'Unix') { [System.IO.File]::SetUnixFileMode($partial, 'UserRead, UserWrite') }
        $stream.Write($bytes, 0, $bytes.Length)
        $stream.Flush($true)
    }
    finally {
        $stream.Dispose()
    }
    $written = [System.IO.File]::ReadAllBytes($partial)
    if ([System.Convert]::ToBase64String($written) -cne [System.Convert]::ToBase64String($bytes)) {
        throw 'The result was not stored as it was written. Check the disk.'
    }
    [System.IO.File]::Move($partial, (Join-Path -Path $RunFolder -ChildPath 'result.json'))
}
