# What the newest set of a backup step is worth, read again with the live files: the answer of a verification.
function Test-MfaBackup {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [string]$ComputerName,
        # Gives the source and the folder of the sets; what it throws means that it could not look.
        [Parameter(Mandatory)] [scriptblock]$Place,
        [Parameter(Mandatory)] [int]$MaximumAgeMinutes
    )
    $answer = [pscustomobject]@{ Verified = $null; Findings = @(); Set = $null; AgeMinutes = $null; FilesCompared = 0 }
    try {
        $found = & $Place
        $set = Get-MfaBackupSet -LiteralPath $found.Folder | Select-Object -First 1
        if ($null -eq $set) {
            $answer.Findings = @(New-MfaFinding -Code BackupNotFound -Severity error -ComputerName $ComputerName -Value $found.Folder)
        }
        else {
            $files = @(Compare-MfaBackupSet -Set $set -Source $found.Source)
            $answer.Set = $set.Path
            $answer.AgeMinutes = [Math]::Round(([datetime]::UtcNow - $set.BeganUtc).TotalMinutes, 1)
            $answer.FilesCompared = $files.Count
            $answer.Findings = @(Get-MfaBackupFinding -Set $set -File $files -AgeMinutes $answer.AgeMinutes -MaximumAgeMinutes $MaximumAgeMinutes -ComputerName $ComputerName)
        }
        $answer.Verified = @($answer.Findings | Where-Object -Property Severity -EQ -Value 'error').Count -eq 0
    }
    catch {
        $answer.Findings = @(New-MfaFinding -Code BackupNotReadable -Severity error -ComputerName $ComputerName -Value $_.Exception.Message)
    }
    $answer
}
