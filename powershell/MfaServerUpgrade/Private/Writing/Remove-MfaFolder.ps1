# Removes a folder that this module made, with what is in it. A folder that is gone already is fine.
function Remove-MfaFolder {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string]$LiteralPath)
    Assert-MfaWriteAllowed -LiteralPath $LiteralPath
    if (Test-Path -LiteralPath $LiteralPath) { [System.IO.Directory]::Delete($LiteralPath, $true) }
}
