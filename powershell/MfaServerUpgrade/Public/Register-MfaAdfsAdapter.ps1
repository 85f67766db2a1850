function Register-MfaAdfsAdapter {
    <#
    .SYNOPSIS
    Registers the adapter that is on this node in the AD FS farm, once for all nodes.
    .DESCRIPTION
    Runs the register script that was copied for the upgrade, or that of this node's own MFA Server. Refuses where the adapter
    of that version is not on this node, because AD FS loads it here. With Saved it is the way back: the old adapter is put back
    on this node where it is gone, registered by its own script, on a node without MFA Server with the exported configuration,
    and AD FS is restarted here. Run forward again after that, the new adapter comes back with its registration. Sources: SEED-A,
    UPG-AZ, PS-Register, GI-AH2, WID.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .PARAMETER UpgradeId
    Upgrade that this belongs to.
    .PARAMETER Provider
    Name under which it will be registered.
    .PARAMETER TargetVersion
    Version of the adapter.
    .PARAMETER Saved
    Folder with the sets of the saved program folder, for the old adapter: a path on this host, or that of a share.
    .PARAMETER Destination
    Where the exported configuration lies, when somebody chose a place.
    .OUTPUTS
    The registered names before and after, the script, what it said, and what was installed for it.
    .EXAMPLE
    Register-MfaAdfsAdapter -ComputerName fs01.contoso.example -UpgradeId 4f1c -Provider AzureMfaServerAuthentication -TargetVersion 8.0.1.1
    #>
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'Medium')]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$')] [string]$UpgradeId,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_.-]{1,128}$')] [string]$Provider,
        [Parameter(Mandatory)] [ValidatePattern('^\d{1,9}(\.\d{1,9}){1,3}$')] [string]$TargetVersion,
        [ValidateNotNullOrEmpty()] [string]$Saved,
        [ValidateNotNullOrEmpty()] [string]$Destination
    )
    Assert-MfaComputer -ComputerName $ComputerName
    Assert-MfaAdfsWriter
    $before = @(Get-MfaAdfsProvider)
    $evidence = [pscustomobject]@{ ComputerName = $ComputerName; Changed = $false; Provider = $Provider; Script = $null; Before = $before; After = $before; Said = @(); Adapter = $null; RestartNeeded = $false }
    if ($before -contains $Provider) {
        Write-Information -MessageData ('Nothing to do: {0} is registered.' -f $Provider)
        return $evidence
    }
    $script = if ($Saved) { Get-MfaSavedAdapterFile -Source $Saved -UpgradeId $UpgradeId -Which Register } else { Get-MfaAdfsRegisterScript -UpgradeId $UpgradeId }
    if (-not $Saved) { Assert-MfaRegisterName -LiteralPath $script -Provider $Provider }
    $installation = Get-MfaAdapterInstallation
    $isHere = Test-MfaAdapterThere -Installation $installation -Version $TargetVersion
    # On the way back the old one comes to this node with its registration; and forward again, the new one.
    if (-not $isHere -and -not $Saved -and -not (Test-MfaAdapterTakenBack -UpgradeId $UpgradeId)) { Stop-MfaAdapterNotHere -TargetVersion $TargetVersion -ComputerName $ComputerName }
    $package = if (-not $isHere -and $Saved) { Get-MfaSavedAdapterFile -Source $Saved -UpgradeId $UpgradeId -Which Package }
    $configuration = if ($Saved) { Get-MfaAdfsOldConfiguration -Destination $Destination -UpgradeId $UpgradeId }
    if (-not $PSCmdlet.ShouldProcess($ComputerName, "Register $Provider for the whole AD FS farm with $script")) { return $evidence }
    if ($package) { $evidence.Adapter = Restore-MfaAdapterPackage -LiteralPath $package -UpgradeId $UpgradeId -Product (Get-MfaAdapterProduct -Installation $installation) }
    elseif (-not $isHere) { $evidence.Adapter = Install-MfaAdapterBeside -LiteralPath $script -UpgradeId $UpgradeId }
    $evidence.RestartNeeded = $null -ne $evidence.Adapter -and $evidence.Adapter.RestartNeeded
    $evidence.Script = if ($Saved) { Copy-MfaAdfsOldScript -LiteralPath $script -UpgradeId $UpgradeId -Provider $Provider -Configuration $configuration } else { $script }
    $evidence.Said = @(Invoke-MfaAdfsRegisterScript -LiteralPath $evidence.Script)
    $evidence.After = @(Get-MfaAdfsProvider)
    Assert-MfaAdfsRegistration -After $evidence.After -Wanted (@($before) + $Provider)
    # Forward a step of its own restarts; on the way back none comes after this one.
    if ($Saved) { Restart-MfaAdfs -ComputerName $ComputerName -LimitSeconds 600 }
    $evidence.Changed = $true
    $evidence
}
