# The files of a source: all below its folder, or those whose relative path fits its member Only.
function Get-MfaSourceFile {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [pscustomobject]$Source)
    $only = $Source.PSObject.Properties['Only']
    Get-MfaFolderFile -LiteralPath $Source.Path | Where-Object -FilterScript { $null -eq $only -or $_.RelativePath -match $only.Value }
}
