# Reads a set and the live Data folder again, file by file. Gives one line a file: same, differs, missing, extra or empty.
function Compare-MfaBackupSet {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Set,
        [Parameter(Mandatory)] [pscustomobject]$Source
    )
    $copies = @{}
    if (Test-Path -LiteralPath $Set.DataPath -PathType Container) {
        Get-MfaFolderFile -LiteralPath $Set.DataPath | ForEach-Object -Process { $copies[$_.RelativePath] = $_ }
    }
    foreach ($live in Get-MfaSourceFile -Source $Source) {
        $copy = $copies[$live.RelativePath]
        $copies.Remove($live.RelativePath)
        Compare-MfaBackupFile -Live $live -Copy $copy -MustHaveContent:($live.RelativePath -eq $Source.DataFile)
    }
    foreach ($path in $copies.Keys | Sort-Object) {
        [pscustomobject]@{ Path = $path; State = 'extra'; ChangedUtc = $null; Length = 0; SourceSha256 = $null; CopySha256 = $null }
    }
}

function Compare-MfaBackupFile {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Live,
        [AllowNull()] [pscustomobject]$Copy,
        [switch]$MustHaveContent
    )
    $source = Get-MfaFileHash -LiteralPath $Live.FullName
    $kept = if ($null -ne $Copy) { Get-MfaFileHash -LiteralPath $Copy.FullName } else { [pscustomobject]@{ Sha256 = $null; Length = 0 } }
    $state = 'same'
    if ($null -eq $Copy) { $state = 'missing' }
    elseif ($MustHaveContent -and $kept.Length -eq 0) { $state = 'empty' }
    elseif ($kept.Sha256 -ne $source.Sha256) { $state = 'differs' }
    # Read after the hash: a write between the two makes the file newer, never older.
    $changed = (Get-Item -LiteralPath $Live.FullName -Force).LastWriteTimeUtc
    [pscustomobject]@{
        Path         = $Live.RelativePath
        State        = $state
        ChangedUtc   = $changed
        Length       = $source.Length
        SourceSha256 = $source.Sha256
        CopySha256   = $kept.Sha256
    }
}
