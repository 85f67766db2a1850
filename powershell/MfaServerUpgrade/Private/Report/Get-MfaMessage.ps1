# The two sentences of a code: what is, and what to do. Values are shown, never interpreted.
function Get-MfaMessage {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [string]$Code,
        [AllowEmptyCollection()] [object[]]$Value = @()
    )
    $text = $MfaMessages[$Code]
    if ($null -eq $text) { throw "There is no message for the code $Code." }
    $shown = @($Value | ForEach-Object -Process { ConvertTo-MfaVisibleText -Text ([string]$_) })
    [pscustomobject]@{ Message = $text.Message -f $shown; Remedy = $text.Remedy -f $shown }
}
