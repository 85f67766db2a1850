# Every file below a folder with its path relative to it, in one order everywhere.
function Get-MfaFolderFile {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [string]$LiteralPath)
    $start = $LiteralPath.TrimEnd('\', '/').Length + 1
    Get-ChildItem -LiteralPath $LiteralPath -File -Force -Recurse |
        ForEach-Object -Process {
            [pscustomobject]@{
                RelativePath     = $_.FullName.Substring($start).Replace('\', '/')
                FullName         = $_.FullName
                Length           = $_.Length
                LastWriteTimeUtc = $_.LastWriteTimeUtc
            }
        } |
        Sort-Object -Property RelativePath
}
