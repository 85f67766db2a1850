# The first line of a simulated program names what it is: FIXTURE_FILE product=... version=8.0.1.1
function Get-MfaStandInFileVersion {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string]$LiteralPath)
    if ((Read-MfaFixtureLine -LiteralPath $LiteralPath) -match ' version=([0-9.]+)') { $Matches[1] }
}

function Read-MfaFixtureLine {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string]$LiteralPath)
    if (-not $LiteralPath.StartsWith([System.IO.Path]::Combine($script:HostFolder, 'files'), [System.StringComparison]::OrdinalIgnoreCase)) { return '' }
    $stream = [System.IO.File]::Open($LiteralPath, 'Open', 'Read', 'ReadWrite')
    try {
        $bytes = New-Object -TypeName 'byte[]' -ArgumentList 200
        $line = [System.Text.Encoding]::ASCII.GetString($bytes, 0, $stream.Read($bytes, 0, 200)).Split("`n")[0]
    }
    finally { $stream.Dispose() }
    if ($line.StartsWith('FIXTURE_FILE ')) { $line } else { '' }
}
