# Replaces what a file holds: written beside it, flushed to disk, and put in its place in one go, with the rights that it had.
# A file that is no longer what was read is left alone.
function Update-MfaFile {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [string]$LiteralPath,
        [Parameter(Mandatory)] [byte[]]$Byte,
        # SHA-256 of the file when it was read.
        [Parameter(Mandatory)] [string]$Sha256
    )
    Assert-MfaWriteAllowed -LiteralPath $LiteralPath
    $beside = '{0}.{1}.tmp' -f $LiteralPath, [guid]::NewGuid().ToString('N')
    try {
        $stream = New-Object -TypeName System.IO.FileStream -ArgumentList $beside, 'CreateNew', 'Write', 'None'
        try {
            $stream.Write($Byte, 0, $Byte.Length)
            $stream.Flush($true)
        }
        finally { $stream.Dispose() }
        if ((Get-MfaFileHash -LiteralPath $LiteralPath).Sha256 -ne $Sha256) {
            $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code FileChangedMeanwhile -Category InvalidArgument -Target $LiteralPath -Value $LiteralPath))
        }
        [System.IO.File]::Replace($beside, $LiteralPath, [NullString]::Value)
    }
    finally { [System.IO.File]::Delete($beside) }
}
