# Text from hosts, files and requests is shown with its control, bidirectional and line characters made visible.
function ConvertTo-MfaVisibleText {
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [AllowEmptyString()] [AllowNull()] [string]$Text,
        [int]$MaximumLength = 400
    )
    $cut = $Text
    if ($cut.Length -gt $MaximumLength) { $cut = $cut.Substring(0, $MaximumLength) + '...' }
    [regex]::Replace($cut, '[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]', { param($found) '<U+{0:X4}>' -f [int][char]$found.Value })
}
