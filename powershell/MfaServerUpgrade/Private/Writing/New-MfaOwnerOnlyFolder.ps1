# Makes a folder, and those above it that are missing, each for its owner only from its first moment.
# A folder that is there already keeps the rights that somebody gave it.
function New-MfaOwnerOnlyFolder {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string]$LiteralPath)
    if (Test-Path -LiteralPath $LiteralPath -PathType Container) { return }
    $parent = [System.IO.Path]::GetDirectoryName($LiteralPath)
    if ($parent) { New-MfaOwnerOnlyFolder -LiteralPath $parent }
    Assert-MfaWriteAllowed -LiteralPath $LiteralPath
    if (Test-MfaWindows) {
        [void][System.IO.Directory]::CreateDirectory($LiteralPath)
        Set-MfaOwnerOnlyAccess -LiteralPath $LiteralPath
    }
    else {
        [void][System.IO.Directory]::CreateDirectory($LiteralPath, [System.IO.UnixFileMode]'UserRead, UserWrite, UserExecute')
    }
}
