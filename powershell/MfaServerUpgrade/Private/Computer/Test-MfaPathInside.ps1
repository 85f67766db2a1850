# Whether a path is a folder itself or lies below it. Compared without case, as Windows does.
function Test-MfaPathInside {
    [CmdletBinding()]
    [OutputType([bool])]
    param(
        [Parameter(Mandatory)] [string]$LiteralPath,
        [Parameter(Mandatory)] [string]$Folder
    )
    $ends = [char[]]@('\', '/')
    $separator = [string][System.IO.Path]::DirectorySeparatorChar
    $inner = [System.IO.Path]::GetFullPath($LiteralPath).TrimEnd($ends) + $separator
    $outer = [System.IO.Path]::GetFullPath($Folder).TrimEnd($ends) + $separator
    $inner.StartsWith($outer, [System.StringComparison]::OrdinalIgnoreCase)
}
