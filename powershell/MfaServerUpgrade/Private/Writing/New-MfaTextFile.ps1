# Writes a new file for its owner only, flushed to disk. Never overwrites.
function New-MfaTextFile {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [string]$LiteralPath,
        [Parameter(Mandatory)] [string]$Text
    )
    Assert-MfaWriteAllowed -LiteralPath $LiteralPath
    New-MfaOwnerOnlyFolder -LiteralPath ([System.IO.Path]::GetDirectoryName($LiteralPath))
    $bytes = (New-Object -TypeName System.Text.UTF8Encoding -ArgumentList $false).GetBytes($Text)
    $stream = New-Object -TypeName System.IO.FileStream -ArgumentList $LiteralPath, 'CreateNew', 'Write', 'None'
    try {
        $stream.Write($bytes, 0, $bytes.Length)
        $stream.Flush($true)
    }
    finally { $stream.Dispose() }
}
