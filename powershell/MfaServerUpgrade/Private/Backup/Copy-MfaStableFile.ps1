# Copies one file so that the copy is what the file holds: read, copied, read again and the copy read back, all alike.
# A live file may change in between; then the whole round is taken again, three times at most.
function Copy-MfaStableFile {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [pscustomobject]$File,
        [Parameter(Mandatory)] [string]$Destination
    )
    foreach ($round in 1..3) {
        $first = Copy-MfaFile -LiteralPath $File.FullName -Destination $Destination
        $second = Get-MfaFileHash -LiteralPath $File.FullName
        $copy = Get-MfaFileHash -LiteralPath $Destination
        if ($copy.Sha256 -ne $first.Sha256) {
            $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code BackupCopyDiffers -Category WriteError -Target $Destination -Value $Destination))
        }
        if ($first.Sha256 -eq $second.Sha256) {
            return [pscustomobject]@{
                Path             = $File.RelativePath
                Length           = $copy.Length
                SourceSha256     = $first.Sha256
                SecondReadSha256 = $second.Sha256
                CopySha256       = $copy.Sha256
            }
        }
        Write-Information -MessageData ('  {0} changed while it was read, round {1} of 3' -f $File.RelativePath, $round)
        Remove-MfaFile -LiteralPath $Destination
    }
    $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code DataFileChanging -Category ResourceBusy -Target $File.FullName -Value $File.FullName))
}
