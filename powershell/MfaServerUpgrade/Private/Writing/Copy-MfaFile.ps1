# Copies a file block by block into a new one, flushed to disk. Gives the hash of what was read; never overwrites.
function Copy-MfaFile {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [string]$LiteralPath,
        [Parameter(Mandatory)] [string]$Destination
    )
    Assert-MfaWriteAllowed -LiteralPath $Destination
    New-MfaOwnerOnlyFolder -LiteralPath ([System.IO.Path]::GetDirectoryName($Destination))
    $stream = New-Object -TypeName System.IO.FileStream -ArgumentList $Destination, 'CreateNew', 'Write', 'None'
    try {
        Get-MfaFileHash -LiteralPath $LiteralPath -CopyTo $stream
        $stream.Flush($true)
    }
    finally {
        $stream.Dispose()
    }
}
