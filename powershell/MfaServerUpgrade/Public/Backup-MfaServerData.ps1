function Backup-MfaServerData {
    <#
    .SYNOPSIS
    Backs up the Data folder of MFA Server, with PhoneFactor.pfdata, on this host.
    .DESCRIPTION
    Copies the whole Data folder into a new set <Destination>/<UpgradeId>/<BackupName>/<time>/Data. Each file is read twice
    and its copy read back; all three must be alike. The set gets its name when it is whole. When the newest set already
    equals the live files, nothing is changed.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .PARAMETER UpgradeId
    Upgrade that the set belongs to.
    .PARAMETER BackupName
    Step that the set belongs to.
    .PARAMETER Destination
    Absolute path on this host, outside the program folder. Without it: a folder of the upgrade below ProgramData.
    .PARAMETER InstallPath
    Install folder as the farm file names it; must be the one in the registry.
    .EXAMPLE
    Backup-MfaServerData -ComputerName mfa01.contoso.example -UpgradeId 4f1c -BackupName back-up-data-file
    Backs up the Data folder of mfa01 and gives the hashes of every file.
    #>
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'Low')]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$')] [string]$UpgradeId,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$')] [string]$BackupName,
        [ValidateNotNullOrEmpty()] [string]$Destination,
        [ValidateNotNullOrEmpty()] [string]$InstallPath
    )
    Assert-MfaComputer -ComputerName $ComputerName
    $source = Get-MfaDataFolder -InstallPath $InstallPath
    $folder = Get-MfaBackupFolder -Destination $Destination -UpgradeId $UpgradeId -BackupName $BackupName -Source $source
    $newest = Get-MfaBackupSet -LiteralPath $folder | Select-Object -First 1
    $before = if ($newest) { $newest.Path }
    $compared = @(if ($newest) { Compare-MfaBackupSet -Set $newest -Source $source })
    if ($newest -and @($compared | Where-Object -Property State -NE -Value 'same').Count -eq 0) {
        Write-Information -MessageData ('Nothing to do: {0} equals the live files.' -f $before)
        $files = @($compared | Select-Object -Property Path, Length, SourceSha256, CopySha256)
        return New-MfaBackupEvidence -ComputerName $ComputerName -Source $source -Destination $before -Changed $false -Files $files -Before $before -After $before
    }
    $needed = [long](Get-MfaFolderFile -LiteralPath $source.Path | Measure-Object -Property Length -Sum).Sum
    $free = Get-MfaFreeByte -LiteralPath $folder
    if ($free -lt $needed) {
        $value = @($folder, [Math]::Ceiling($needed / 1MB), [Math]::Floor($free / 1MB))
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code BackupSpaceLow -Category ResourceUnavailable -Target $folder -Value $value))
    }
    if (-not $PSCmdlet.ShouldProcess($folder, "Copy the folder $($source.Path)")) {
        return New-MfaBackupEvidence -ComputerName $ComputerName -Source $source -Destination $folder -Changed $false -Before $before -After $before
    }
    Write-Information -MessageData ('Copying {0} to {1}' -f $source.Path, $folder)
    $set = New-MfaBackupSet -Source $source -LiteralPath $folder
    Write-Information -MessageData ('The set is whole: {0}' -f $set.Path)
    New-MfaBackupEvidence -ComputerName $ComputerName -Source $source -Destination $set.Path -Changed $true -Files $set.Files -Before $before -After $set.Path
}
