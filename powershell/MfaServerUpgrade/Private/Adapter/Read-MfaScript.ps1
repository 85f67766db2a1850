# A script as bytes and as text, with the encoding between them: that of its byte order mark, else the one in which this
# PowerShell reads scripts, else Windows-1252. Refused where no encoding gives back the very bytes.
function Read-MfaScript {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [string]$LiteralPath)
    [byte[]]$bytes = [System.IO.File]::ReadAllBytes($LiteralPath)
    foreach ($encoding in Get-MfaScriptEncoding -Byte $bytes) {
        $mark = $encoding.GetPreamble()
        $text = $encoding.GetString($bytes, $mark.Length, $bytes.Length - $mark.Length)
        [byte[]]$again = $encoding.GetBytes($text)
        if ([System.BitConverter]::ToString($mark + $again) -ceq [System.BitConverter]::ToString($bytes)) {
            return [pscustomobject]@{ Path = $LiteralPath; Bytes = $bytes; Mark = $mark; Text = $text; Encoding = $encoding }
        }
    }
    $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code RegisterScriptEncoding -Category InvalidArgument -Target $LiteralPath -Value $LiteralPath))
}

# The encodings that bytes may be in, the likeliest first.
function Get-MfaScriptEncoding {
    [CmdletBinding()]
    [OutputType([System.Text.Encoding])]
    param([Parameter(Mandatory)] [AllowEmptyCollection()] [byte[]]$Byte)
    $first = [System.BitConverter]::ToString($Byte, 0, [Math]::Min(3, $Byte.Length))
    if ($first -eq 'EF-BB-BF') { return New-Object -TypeName System.Text.UTF8Encoding -ArgumentList $true }
    if ($first -like 'FF-FE*') { return New-Object -TypeName System.Text.UnicodeEncoding -ArgumentList $false, $true }
    if ($first -like 'FE-FF*') { return New-Object -TypeName System.Text.UnicodeEncoding -ArgumentList $true, $true }
    # Without a mark Windows PowerShell takes the code page of Windows, PowerShell 7 UTF-8.
    if ([System.Text.Encoding]::Default.CodePage -eq 65001) { New-Object -TypeName System.Text.UTF8Encoding -ArgumentList $false } else { [System.Text.Encoding]::Default }
    [System.Text.Encoding]::GetEncoding(1252)
}
