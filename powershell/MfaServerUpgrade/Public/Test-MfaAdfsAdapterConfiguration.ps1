function Test-MfaAdfsAdapterConfiguration {
    <#
    .SYNOPSIS
    Says whether there is a readable export of the configuration of the AD FS adapter.
    .DESCRIPTION
    Reads the newest export again: it is not empty and is well-formed XML. Its values are not shown.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .PARAMETER UpgradeId
    Upgrade that the export belongs to.
    .PARAMETER BackupName
    Step that the export belongs to.
    .PARAMETER Destination
    Absolute path on this host, outside every site. Without it: a folder of the upgrade below ProgramData.
    .OUTPUTS
    Verified: true, false, or null where it could not look; and the findings.
    .EXAMPLE
    Test-MfaAdfsAdapterConfiguration -ComputerName fs01.contoso.example -UpgradeId 4f1c -BackupName export-adapter-config
    #>
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$')] [string]$UpgradeId,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$')] [string]$BackupName,
        [ValidateNotNullOrEmpty()] [string]$Destination
    )
    Assert-MfaComputer -ComputerName $ComputerName
    Invoke-MfaVerification -ComputerName $ComputerName -Code AdapterExportNotRead -Look {
        $folder = Get-MfaAdapterExportFolder -Destination $Destination -UpgradeId $UpgradeId -BackupName $BackupName
        $newest = Get-MfaAdapterExport -LiteralPath $folder | Select-Object -First 1
        $given = @{ Severity = 'error'; ComputerName = $ComputerName }
        if ($null -eq $newest) { New-MfaFinding -Code AdapterExportMissing -Value $folder @given }
        elseif (-not (Test-MfaAdapterExport -LiteralPath $newest.Path)) { New-MfaFinding -Code AdapterExportUnfit -Value $newest.Path @given }
    }
}
