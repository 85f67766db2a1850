# A config file with its bytes in base64, so that encoding and line ends stay, and their hash. One that is larger than the
# comparison reads is refused.
function Read-MfaConfigurationFile {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [string]$LiteralPath)
    $length = (Get-Item -LiteralPath $LiteralPath -Force).Length
    if ($length -gt 16MB) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code ConfigurationTooLarge -Category InvalidArgument -Target $LiteralPath -Value $LiteralPath, $length))
    }
    $stream = New-Object -TypeName System.IO.MemoryStream
    try {
        $read = Get-MfaFileHash -LiteralPath $LiteralPath -CopyTo $stream
        [pscustomobject]@{ Path = $LiteralPath; Length = $read.Length; Sha256 = $read.Sha256; Content = [System.Convert]::ToBase64String($stream.ToArray()) }
    }
    finally { $stream.Dispose() }
}

# The bytes that a caller hands over, when they are those that its hash names.
function ConvertFrom-MfaConfigurationContent {
    [CmdletBinding()]
    [OutputType([byte[]])]
    param(
        [Parameter(Mandatory)] [string]$Content,
        [Parameter(Mandatory)] [string]$Sha256
    )
    $hash = [System.Security.Cryptography.SHA256]::Create()
    try {
        $bytes = [System.Convert]::FromBase64String($Content)
        $found = [System.BitConverter]::ToString($hash.ComputeHash($bytes)).Replace('-', '').ToLowerInvariant()
    }
    catch [System.FormatException] { $found = '' }
    finally { $hash.Dispose() }
    if ($found -cne $Sha256 -or $bytes.Length -gt 16MB) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code ConfigurationContentDiffers -Category InvalidArgument -Target $Sha256))
    }
    , $bytes
}
