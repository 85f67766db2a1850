# Finished sets of a backup folder, newest first, each named after the moment when its copying began. A set that was not
# finished has another name and is no set.
function Get-MfaBackupSet {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [string]$LiteralPath)
    if (-not (Test-Path -LiteralPath $LiteralPath -PathType Container)) { return }
    Get-ChildItem -LiteralPath $LiteralPath -Directory -Force |
        Where-Object -Property Name -Match -Value '^\d{8}T\d{9}Z$' |
        Sort-Object -Property Name -Descending |
        ForEach-Object -Process {
            $styles = [System.Globalization.DateTimeStyles]'AssumeUniversal, AdjustToUniversal'
            $began = [datetime]::ParseExact($_.Name, "yyyyMMdd'T'HHmmssfff'Z'", [cultureinfo]::InvariantCulture, $styles)
            [pscustomobject]@{ Name = $_.Name; Path = $_.FullName; DataPath = (Join-Path -Path $_.FullName -ChildPath 'Data'); BeganUtc = $began }
        }
}
