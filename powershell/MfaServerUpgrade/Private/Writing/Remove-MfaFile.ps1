# Removes one file that this module made.
function Remove-MfaFile {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string]$LiteralPath)
    Assert-MfaWriteAllowed -LiteralPath $LiteralPath
    [System.IO.File]::Delete($LiteralPath)
}
