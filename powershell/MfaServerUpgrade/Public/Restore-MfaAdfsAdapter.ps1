function Restore-MfaAdfsAdapter {
    <#
    .SYNOPSIS
    Puts the old AD FS adapter back on this node from the saved program folder of an MFA server.
    .DESCRIPTION
    Takes the old MSI out of the first set, uninstalls the new adapter, installs the old one, and restarts AD FS where it runs:
    the old adapter is registered by then, and a node keeps what it has loaded until it restarts. Waits on a secondary of WID for
    a sync before. Registers nothing. No public page describes this way back; it is built from how the adapter is installed.
    Sources: C7A, MSIERR, TAE, WID.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .PARAMETER UpgradeId
    Upgrade that installer and logs belong to.
    .PARAMETER TargetVersion
    Version of the old adapter.
    .PARAMETER Source
    Folder with the sets of the saved program folder: a path on this host, or \\server\C$\... for that of another one.
    .OUTPUTS
    The adapter before and after, how the installers ended, whether AD FS was restarted, and whether the host needs a restart.
    .EXAMPLE
    Restore-MfaAdfsAdapter -ComputerName fs01.contoso.example -UpgradeId 4f1c -TargetVersion 6.3.1 -Source '\\mfa01.contoso.example\C$\ProgramData\MFA Server Upgrade\4f1c\save-program-folder'
    #>
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'Medium')]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$')] [string]$UpgradeId,
        [Parameter(Mandatory)] [ValidatePattern('^\d{1,9}(\.\d{1,9}){1,3}$')] [string]$TargetVersion,
        [Parameter(Mandatory)] [ValidateNotNullOrEmpty()] [string]$Source
    )
    Assert-MfaComputer -ComputerName $ComputerName
    $before = Get-MfaAdapterInstallation
    $evidence = [pscustomobject]@{ ComputerName = $ComputerName; Changed = $false; Before = $before; After = $before; Uninstalled = $null; Package = $null; ExitCode = $null; Log = $null; Restarted = $false; RestartNeeded = $false }
    if (Test-MfaAdapterThere -Installation $before -Version $TargetVersion) {
        Write-Information -MessageData ('Nothing to do: the adapter {0} is there.' -f $TargetVersion)
        return $evidence
    }
    $saved = Get-MfaSavedAdapterFile -Source $Source -UpgradeId $UpgradeId -Which Package
    $product = Get-MfaAdapterProduct -Installation $before
    $evidence.Package = $saved
    if (-not $PSCmdlet.ShouldProcess($ComputerName, ('Uninstall {0}, install {1}, restart AD FS' -f $(if ($null -ne $product) { $product.Name } else { 'nothing' }), $saved))) { return $evidence }
    $ended = Restore-MfaAdapterPackage -LiteralPath $saved -UpgradeId $UpgradeId -Product $product
    foreach ($name in 'Uninstalled', 'ExitCode', 'Log', 'RestartNeeded') { $evidence.$name = $ended.$name }
    if ($null -ne (Get-MfaAdfsStart)) {
        [void](Restart-MfaAdfsSynced -Node (Get-MfaAdfsNode) -ComputerName $ComputerName -LimitSeconds 600)
        $evidence.Restarted = $true
    }
    $evidence.After = Get-MfaAdapterInstallation
    $evidence.Changed = $true
    $evidence
}
