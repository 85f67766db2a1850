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
    $kept = @{ Read = [pscustomobject]@{ Set = $null; AgeMinutes = $null; FilesCompared = 0 } }
    $answer = Invoke-MfaVerification -ComputerName $ComputerName -Code BackupNotReadable -Look {
        $kept.Read = Read-MfaBackup -Place (& $Place) -ComputerName $ComputerName -MaximumAgeMinutes $MaximumAgeMinutes
        $kept.Read.Findings
    }
    foreach ($name in 'Set', 'AgeMinutes', 'FilesCompared') { $answer | Add-Member -NotePropertyName $name -NotePropertyValue $kept.Read.$name }
    $answer
}

# Reads the newest set in a place and holds it against the live files.
function Read-MfaBackup {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        # The source, and the folder of its sets.
        [Parameter(Mandatory)] [pscustomobject]$Place,
        [Parameter(Mandatory)] [string]$ComputerName,
        [Parameter(Mandatory)] [int]$MaximumAgeMinutes
    )
    $set = Get-MfaBackupSet -LiteralPath $Place.Folder | Select-Object -First 1
    if ($null -eq $set) {
        $none = New-MfaFinding -Code BackupNotFound -Severity error -ComputerName $ComputerName -Value $Place.Folder
        return [pscustomobject]@{ Set = $null; AgeMinutes = $null; FilesCompared = 0; Findings = @($none) }
    }
    $files = @(Compare-MfaBackupSet -Set $set -Source $Place.Source)
    $age = ([datetime]::UtcNow - $set.BeganUtc).TotalMinutes
    [pscustomobject]@{
        Set           = $set.Path
        AgeMinutes    = [Math]::Round($age, 1)
        FilesCompared = $files.Count
        Findings      = @(Get-MfaBackupFinding -Set $set -File $files -AgeMinutes $age -MaximumAgeMinutes $MaximumAgeMinutes -ComputerName $ComputerName)
    }
}
