function Export-MfaAdfsAdapterConfiguration {
    <#
    .SYNOPSIS
    Exports the configuration that AD FS has stored for the adapter of MFA Server.
    .DESCRIPTION
    Reads the registered name from AD FS and exports to a new file that only administrators read, because it most likely holds
    the password of the Web Service SDK in plain text. Where the newest export equals what is stored nothing is changed.
    Sources: SEED-A, ADFS, PS-Export.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .PARAMETER UpgradeId
    Upgrade that the export belongs to.
    .PARAMETER BackupName
    Step that the export belongs to.
    .PARAMETER RegisteredProvider
    Name of the provider as the farm file has it; where AD FS does not show it, one of the two known names is taken.
    .PARAMETER Destination
    Absolute path on this host, outside every site. Without it: a folder of the upgrade below ProgramData.
    .OUTPUTS
    The name of the provider, the file, and its hash before and after. Never what it holds.
    .EXAMPLE
    Export-MfaAdfsAdapterConfiguration -ComputerName fs01.contoso.example -UpgradeId 4f1c -BackupName export-adapter-config
    #>
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'Medium')]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$')] [string]$UpgradeId,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$')] [string]$BackupName,
        [ValidatePattern('^[\x21-\x7E]{1,128}$')] [string]$RegisteredProvider,
        [ValidateNotNullOrEmpty()] [string]$Destination
    )
    Assert-MfaComputer -ComputerName $ComputerName
    $folder = Get-MfaAdapterExportFolder -Destination $Destination -UpgradeId $UpgradeId -BackupName $BackupName
    $provider = Get-MfaRegisteredAdapter -RegisteredProvider $RegisteredProvider
    $newest = Get-MfaAdapterExport -LiteralPath $folder | Select-Object -First 1
    $before = [pscustomobject]@{ Path = $null; Sha256 = $null }
    if ($null -ne $newest) { $before = [pscustomobject]@{ Path = $newest.Path; Sha256 = (Get-MfaFileHash -LiteralPath $newest.Path).Sha256 } }
    $evidence = [pscustomobject]@{ ComputerName = $ComputerName; Changed = $false; Provider = $provider; Destination = $before.Path; Before = $before; After = $before }
    if (-not $PSCmdlet.ShouldProcess($ComputerName, "Export the configuration of $provider to $folder")) { return $evidence }
    $made = Save-MfaAdapterExport -Provider $provider -Folder $folder -Sha256 $before.Sha256
    if ($null -eq $made) {
        Write-Information -MessageData 'Nothing to do: the newest export is what AD FS has stored.'
        return $evidence
    }
    $evidence.After = $made
    $evidence.Destination = $made.Path
    $evidence.Changed = $true
    $evidence
}
