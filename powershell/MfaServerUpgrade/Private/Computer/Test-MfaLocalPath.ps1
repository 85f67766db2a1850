# Whether a path is absolute and on this computer: no share, no device, no stream, no way up. Decided from the text alone,
# because asking a file system about a share already connects to it.
function Test-MfaLocalPath {
    [CmdletBinding()]
    [OutputType([bool])]
    param([Parameter(Mandatory)] [AllowEmptyString()] [string]$LiteralPath)
    if ($LiteralPath -match '[\p{Cc}\p{Cf}*?"<>|]') { return $false }
    $parts = $LiteralPath -split '[\\/]'
    if ($parts -contains '..' -or $parts -contains '.') { return $false }
    $devices = '^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?$'
    if (@($parts | Where-Object -FilterScript { $_ -match $devices }).Count -gt 0) { return $false }
    if ([System.IO.Path]::DirectorySeparatorChar -eq '\') { return $LiteralPath -match '^[A-Za-z]:\\(?![\\/])[^:]*$' }
    $LiteralPath -match '^/(?!/)'
}
