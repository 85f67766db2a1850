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
        # Asked for every folder above every file that is written: Get-Item would look up the drives each time. -1 = nothing there.
        $attributes = [System.IO.FileInfo]::new($path).Attributes
        if ([int]$attributes -ne -1 -and $attributes.HasFlag([System.IO.FileAttributes]::ReparsePoint)) { $isAllowed = $false }
        $path = [System.IO.Path]::GetDirectoryName($path)
    }
    if ($isAllowed) { return }
    $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code RehearsalWriteOutside -Category SecurityError -Target $LiteralPath -Value $LiteralPath))
}
