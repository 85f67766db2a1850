# The gate in front of every write of this module: all of them stand in this folder, and each asks here first.
# In production there are no roots and everything is allowed that Windows allows. A rehearsal sets roots; then a path
# outside them, or one that a link leads out of them, is refused.
function Assert-MfaWriteAllowed {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string]$LiteralPath)
    if ($null -eq $script:MfaWriteRoots) { return }
    $root = $script:MfaWriteRoots | Where-Object -FilterScript { Test-MfaPathInside -LiteralPath $LiteralPath -Folder $_ } | Select-Object -First 1
    $isAllowed = $null -ne $root
    $path = [System.IO.Path]::GetFullPath($LiteralPath)
    while ($isAllowed -and (Test-MfaPathInside -LiteralPath $path -Folder $root)) {
        $item = Get-Item -LiteralPath $path -Force -ErrorAction SilentlyContinue
        if ($null -ne $item -and $item.Attributes.HasFlag([System.IO.FileAttributes]::ReparsePoint)) { $isAllowed = $false }
        $path = [System.IO.Path]::GetDirectoryName($path)
    }
    if ($isAllowed) { return }
    $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code RehearsalWriteOutside -Category SecurityError -Target $LiteralPath -Value $LiteralPath))
}
