# Puts bytes in the place of a file that still is the one that is meant: written beside it with its owner and access, flushed,
# read back, and swapped in one rename. What the rename took out is read again, because somebody may have been faster between
# the look and the rename: then it goes back. The names end in .config, which IIS hands out to nobody.
function Set-MfaFileContent {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [string]$LiteralPath,
        [Parameter(Mandatory)] [byte[]]$Bytes,
        [Parameter(Mandatory)] [string]$Sha256,
        [Parameter(Mandatory)] [string]$ReplacedSha256
    )
    Assert-MfaWriteAllowed -LiteralPath $LiteralPath
    $folder = [System.IO.Path]::GetDirectoryName($LiteralPath)
    # What a process left that was killed here.
    Get-ChildItem -LiteralPath $folder -File -Force | Where-Object -Property Name -Match -Value '^mfa-[0-9a-f]{32}\.(new|out)\.config$' |
        ForEach-Object -Process { Remove-MfaFile -LiteralPath $_.FullName }
    $name = 'mfa-{0}' -f [guid]::NewGuid().ToString('N')
    $partial = Join-Path -Path $folder -ChildPath "$name.new.config"
    $out = Join-Path -Path $folder -ChildPath "$name.out.config"
    try {
        New-MfaFileLike -LiteralPath $partial -Like $LiteralPath -Bytes $Bytes
        $isWhole = (Get-MfaFileHash -LiteralPath $partial).Sha256 -eq $Sha256
        if (-not $isWhole) { $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code ConfigurationNotStored -Category WriteError -Target $LiteralPath -Value $LiteralPath)) }
        [System.IO.File]::Replace($partial, $LiteralPath, $out)
        if ((Get-MfaFileHash -LiteralPath $out).Sha256 -ne $ReplacedSha256) {
            [System.IO.File]::Replace($out, $LiteralPath, $partial)
            $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code ConfigurationChanged -Category InvalidArgument -Target $LiteralPath -Value $LiteralPath))
        }
        Remove-MfaFile -LiteralPath $out
        if ((Get-MfaFileHash -LiteralPath $LiteralPath).Sha256 -ne $Sha256) {
            $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code ConfigurationNotStored -Category WriteError -Target $LiteralPath -Value $LiteralPath))
        }
    }
    finally {
        if (Test-Path -LiteralPath $partial -PathType Leaf) { Remove-MfaFile -LiteralPath $partial }
    }
}

# A new file with the owner and the access of another one, before anything stands in it.
function New-MfaFileLike {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [string]$LiteralPath,
        [Parameter(Mandatory)] [string]$Like,
        [Parameter(Mandatory)] [byte[]]$Bytes
    )
    Assert-MfaWriteAllowed -LiteralPath $LiteralPath
    $stream = New-Object -TypeName System.IO.FileStream -ArgumentList $LiteralPath, 'CreateNew', 'Write', 'None'
    try {
        if (Test-MfaWindows) { Set-Acl -LiteralPath $LiteralPath -AclObject (Get-Acl -LiteralPath $Like) }
        else { [System.IO.File]::SetUnixFileMode($LiteralPath, [System.IO.File]::GetUnixFileMode($Like)) }
        $stream.Write($Bytes, 0, $Bytes.Length)
        $stream.Flush($true)
    }
    finally { $stream.Dispose() }
}
