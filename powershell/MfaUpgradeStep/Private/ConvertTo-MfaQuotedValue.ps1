# A value as a person would type it: bare where that is safe, in single quotes otherwise. Control and bidirectional
# characters are written by their number, so that one line stays one line. Typing it gives the value back.
function ConvertTo-MfaQuotedValue {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [AllowNull()] [AllowEmptyString()] [AllowEmptyCollection()] [object]$Value)
    if ($Value -is [bool]) { return '${0}' -f $Value.ToString().ToLowerInvariant() }
    if ($Value -is [array]) {
        if ($Value.Count -eq 0) { return '@()' }
        return @($Value | ForEach-Object -Process { ConvertTo-MfaQuotedValue -Value $_ }) -join ', '
    }
    $text = [string]::Format([cultureinfo]::InvariantCulture, '{0}', $Value)
    if ($Value -isnot [string]) { return $text }
    if ($text -cmatch '^[A-Za-z][A-Za-z0-9._-]*$') { return $text }
    if ($text -notmatch '[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]') {
        return "'{0}'" -f [System.Management.Automation.Language.CodeGeneration]::EscapeSingleQuotedStringContent($text)
    }
    # U+201C to U+201E are double quotes to PowerShell.
    $escaped = [regex]::Replace($text, '[`$"\u201c\u201d\u201e]', '`$0')
    '"{0}"' -f [regex]::Replace($escaped, '[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]', { param($found) '$([char]0x{0:X4})' -f [int][char]$found.Value })
}
