# Makes one set: filled under a name that no set has, renamed when it is whole. Nothing that looks like a backup is left
# behind otherwise; a process that is killed leaves the unfinished name, and the next set sweeps it away.
function New-MfaBackupSet {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [string]$LiteralPath,
        # Lays the files below the folder that it is given, and tells of each.
        [Parameter(Mandatory)] [scriptblock]$Fill
    )
    New-MfaOwnerOnlyFolder -LiteralPath $LiteralPath
    Get-ChildItem -LiteralPath $LiteralPath -Directory -Force |
        Where-Object -Property Name -Match -Value '^\d{8}T\d{9}Z\.unfinished$' |
        ForEach-Object -Process { Remove-MfaFolder -LiteralPath $_.FullName }
    $set = Join-Path -Path $LiteralPath -ChildPath ([datetime]::UtcNow.ToString("yyyyMMdd'T'HHmmssfff'Z'", [cultureinfo]::InvariantCulture))
    $unfinished = "$set.unfinished"
    try {
        New-MfaOwnerOnlyFolder -LiteralPath $unfinished
        $files = @(& $Fill (Join-Path -Path $unfinished -ChildPath 'Data'))
        Move-MfaFolder -LiteralPath $unfinished -Destination $set
        [pscustomobject]@{ Path = $set; Files = $files }
    }
    finally {
        Remove-MfaFolder -LiteralPath $unfinished
    }
}
