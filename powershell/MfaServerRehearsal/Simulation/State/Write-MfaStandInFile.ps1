# One file of the simulated host anew: whole or not at all, because another run may read it.
function Write-MfaStandInFile {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [string]$Name,
        [Parameter(Mandatory)] [AllowEmptyCollection()] [object]$Value
    )
    $path = [System.IO.Path]::Combine($script:HostFolder, $Name)
    $making = '{0}.{1}.tmp' -f $path, [guid]::NewGuid().ToString('N')
    $encoding = New-Object -TypeName System.Text.UTF8Encoding -ArgumentList $false
    [System.IO.File]::WriteAllText($making, (ConvertTo-Json -InputObject $Value -Depth 12) + "`n", $encoding)
    if ([System.IO.File]::Exists($path)) { [System.IO.File]::Replace($making, $path, [NullString]::Value) } else { [System.IO.File]::Move($making, $path) }
}
