# What a comparison of a set with the live files means: an error for each file that the backup does not hold, one
# information where the live data went on after a young backup.
function Get-MfaBackupFinding {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Set,
        [Parameter(Mandatory)] [AllowEmptyCollection()] [object[]]$File,
        [Parameter(Mandatory)] [double]$AgeMinutes,
        [Parameter(Mandatory)] [int]$MaximumAgeMinutes,
        [Parameter(Mandatory)] [string]$ComputerName
    )
    # A clock that was put back makes a set look as if it came from later: then its age says nothing.
    $isYoung = $AgeMinutes -ge -1 -and $AgeMinutes -le $MaximumAgeMinutes
    $common = @{ ComputerName = $ComputerName }
    foreach ($one in $File | Where-Object -Property State -NE -Value 'same') {
        $value = @($Set.Path, $one.Path, $MaximumAgeMinutes)
        switch ($one.State) {
            'missing' { New-MfaFinding -Code BackupFileMissing -Severity error -Value $value @common }
            'extra' { New-MfaFinding -Code BackupFileExtra -Severity error -Value $value @common }
            'empty' { New-MfaFinding -Code BackupFileEmpty -Severity error -Value $value @common }
            'differs' {
                if ($one.ChangedUtc -le $Set.BeganUtc) { New-MfaFinding -Code BackupFileDiffers -Severity error -Value $value @common }
                elseif (-not $isYoung) { New-MfaFinding -Code BackupTooOld -Severity error -Value $value @common }
                else { New-MfaFinding -Code DataChangedSinceBackup -Severity information -Value $value @common }
            }
        }
    }
}
