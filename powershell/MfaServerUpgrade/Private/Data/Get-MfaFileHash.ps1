# SHA-256 and length of a file as read now, in blocks, so that Ctrl+C is heard between them. With -CopyTo each block is
# written there too. The service keeps the data file open: reading must not lock it.
function Get-MfaFileHash {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [string]$LiteralPath,
        [System.IO.Stream]$CopyTo
    )
    $share = [System.IO.FileShare]::ReadWrite -bor [System.IO.FileShare]::Delete
    $stream = New-Object -TypeName System.IO.FileStream -ArgumentList $LiteralPath, 'Open', 'Read', $share
    $hash = [System.Security.Cryptography.SHA256]::Create()
    try {
        $block = New-Object -TypeName 'byte[]' -ArgumentList 1MB
        [long]$length = 0
        while (($count = $stream.Read($block, 0, $block.Length)) -gt 0) {
            [void]$hash.TransformBlock($block, 0, $count, $null, 0)
            if ($null -ne $CopyTo) { $CopyTo.Write($block, 0, $count) }
            $length += $count
            if ($length % 256MB -lt $count) { Write-Information -MessageData ('    {0:N0} MB read' -f ($length / 1MB)) }
        }
        [void]$hash.TransformFinalBlock($block, 0, 0)
        $text = [System.BitConverter]::ToString($hash.Hash).Replace('-', '').ToLowerInvariant()
        [pscustomobject]@{ Sha256 = $text; Length = $length }
    }
    finally {
        $stream.Dispose()
        $hash.Dispose()
    }
}
