# Where the export of the registry lies, and what it is named in its set. Source is the program folder, beside whose backup it lies.
function Get-MfaRegistryBackupPlace {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [string]$UpgradeId,
        [Parameter(Mandatory)] [string]$BackupName,
        [string]$Destination,
        [Parameter(Mandatory)] [pscustomobject]$Source
    )
    [pscustomobject]@{
        Folder = Get-MfaBackupFolder -Destination $Destination -UpgradeId $UpgradeId -BackupName "$BackupName-registry" -Source $Source
        File   = 'Positive Networks.txt'
    }
}

# Exports the registry into a set of its own, unless the newest one holds the same. Gives the evidence; nothing where the
# registry has nothing to export.
function Save-MfaRegistryBackup {
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [string]$ComputerName,
        [Parameter(Mandatory)] [pscustomobject]$Place
    )
    $text = Get-MfaRegistryText
    if (-not $text) {
        Write-Information -MessageData 'The registry has no key Positive Networks: there is nothing to export.'
        return
    }
    $newest = Get-MfaBackupSet -LiteralPath $Place.Folder | Select-Object -First 1
    $before = if ($newest) { $newest.Path }
    $evidence = @{ ComputerName = $ComputerName; Source = [pscustomobject]@{ Path = 'HKLM:\SOFTWARE\Positive Networks' }; Before = $before }
    if ($newest -and (Read-MfaRegistryExport -Set $newest -File $Place.File) -ceq $text) { return New-MfaBackupEvidence @evidence -Destination $before -Changed $false -After $before }
    if (-not $PSCmdlet.ShouldProcess($Place.Folder, 'Export the registry key Positive Networks')) { return New-MfaBackupEvidence @evidence -Destination $Place.Folder -Changed $false -After $before }
    $set = New-MfaBackupSet -LiteralPath $Place.Folder -Fill {
        param($data)
        $path = Join-Path -Path $data -ChildPath $Place.File
        New-MfaTextFile -LiteralPath $path -Text $text
        if ([System.IO.File]::ReadAllText($path) -cne $text) { $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code BackupCopyDiffers -Category WriteError -Target $path -Value $path)) }
        $kept = Get-MfaFileHash -LiteralPath $path
        [pscustomobject]@{ Path = $Place.File; Length = $kept.Length; CopySha256 = $kept.Sha256 }
    }
    Write-Information -MessageData ('The registry is exported: {0}' -f $set.Path)
    New-MfaBackupEvidence @evidence -Destination $set.Path -Changed $true -Files $set.Files -After $set.Path
}

# The text of an export; nothing where the set does not hold it.
function Read-MfaRegistryExport {
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Set,
        [Parameter(Mandatory)] [string]$File
    )
    $path = Join-Path -Path $Set.DataPath -ChildPath $File
    if (Test-Path -LiteralPath $path -PathType Leaf) { [System.IO.File]::ReadAllText($path) }
}

# What the newest export lacks of what the registry holds now. Windows tells no time of a value, so what has changed since is
# exported again.
function Get-MfaRegistryBackupFinding {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [string]$ComputerName,
        [Parameter(Mandatory)] [pscustomobject]$Place
    )
    $given = @{ Severity = 'error'; ComputerName = $ComputerName }
    $text = Get-MfaRegistryText
    if (-not $text) { return }
    $newest = Get-MfaBackupSet -LiteralPath $Place.Folder | Select-Object -First 1
    if ($null -eq $newest) { return New-MfaFinding -Code BackupNotFound -Value $Place.Folder @given }
    $kept = Read-MfaRegistryExport -Set $newest -File $Place.File
    if (-not $kept) { New-MfaFinding -Code BackupFileMissing -Value $newest.Path, $Place.File @given }
    elseif ($kept -cne $text) { New-MfaFinding -Code BackupRegistryDiffers -Value $newest.Path @given }
}
