# Takes a backup of a source into a set of its own, unless the newest set already equals the live files. Gives the evidence.
function Save-MfaBackup {
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [string]$ComputerName,
        [Parameter(Mandatory)] [pscustomobject]$Source,
        [Parameter(Mandatory)] [string]$LiteralPath
    )
    $newest = Get-MfaBackupSet -LiteralPath $LiteralPath | Select-Object -First 1
    $before = if ($newest) { $newest.Path }
    $compared = @(if ($newest) { Compare-MfaBackupSet -Set $newest -Source $Source })
    if ($newest -and @($compared | Where-Object -Property State -NE -Value 'same').Count -eq 0) {
        Write-Information -MessageData ('Nothing to do: {0} equals the live files.' -f $before)
        $files = @($compared | Select-Object -Property Path, Length, SourceSha256, CopySha256)
        return New-MfaBackupEvidence -ComputerName $ComputerName -Source $Source -Destination $before -Changed $false -Files $files -Before $before -After $before
    }
    Assert-MfaBackupSpace -Source $Source -LiteralPath $LiteralPath
    if (-not $PSCmdlet.ShouldProcess($LiteralPath, "Copy the folder $($Source.Path)")) {
        return New-MfaBackupEvidence -ComputerName $ComputerName -Source $Source -Destination $LiteralPath -Changed $false -Before $before -After $before
    }
    Write-Information -MessageData ('Copying {0} to {1}' -f $Source.Path, $LiteralPath)
    $set = New-MfaBackupSet -LiteralPath $LiteralPath -Fill { param($data) Copy-MfaDataFolder -Source $Source -Destination $data }
    Write-Information -MessageData ('The set is whole: {0}' -f $set.Path)
    New-MfaBackupEvidence -ComputerName $ComputerName -Source $Source -Destination $set.Path -Changed $true -Files $set.Files -Before $before -After $set.Path
}

function Assert-MfaBackupSpace {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Source,
        [Parameter(Mandatory)] [string]$LiteralPath
    )
    $needed = [long](Get-MfaSourceFile -Source $Source | Measure-Object -Property Length -Sum).Sum
    $free = Get-MfaFreeByte -LiteralPath $LiteralPath
    if ($free -lt $needed) {
        $value = @($LiteralPath, [Math]::Ceiling($needed / 1MB), [Math]::Floor($free / 1MB))
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code BackupSpaceLow -Category ResourceUnavailable -Target $LiteralPath -Value $value))
    }
}
