# Gives a finished folder its name. Fails where the name is taken.
function Move-MfaFolder {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [string]$LiteralPath,
        [Parameter(Mandatory)] [string]$Destination
    )
    Assert-MfaWriteAllowed -LiteralPath $LiteralPath
    Assert-MfaWriteAllowed -LiteralPath $Destination
    [System.IO.Directory]::Move($LiteralPath, $Destination)
}
