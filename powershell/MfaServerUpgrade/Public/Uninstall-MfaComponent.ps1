function Uninstall-MfaComponent {
    <#
    .SYNOPSIS
    Uninstalls the User Portal, the Mobile App Web Service, the Web Service SDK or the PhoneFactor Agent on this host.
    .DESCRIPTION
    Finds the product by pattern under Programs and Features, never through Win32_Product, and hands it to Windows Installer
    with a log. Refused without the verified backup, and where a component that has to go before is still there. The data
    file is never touched. Where the component is gone nothing is done. Sources: SEED-B, UPGPF, ARP, MSIEXEC, W32P.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .PARAMETER UpgradeId
    Upgrade that backup and log belong to.
    .PARAMETER Component
    Which component.
    .PARAMETER BackupName
    Step that took the backup: of web.config for portal, mobile app and SDK, of the data file for the agent.
    .PARAMETER Destination
    Absolute path on this host, as given to that step.
    .PARAMETER InstallPath
    Install folder of the agent as the farm file names it.
    .OUTPUTS
    Where it showed before and after, how Windows Installer ended, and whether a restart is needed.
    .EXAMPLE
    Uninstall-MfaComponent -ComputerName old01 -UpgradeId 4f1c -Component userPortal -BackupName back-up-portal
    #>
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'Medium')]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$')] [string]$UpgradeId,
        [Parameter(Mandatory)] [ValidateSet('userPortal', 'mobileAppWebService', 'webServiceSdk', 'phoneFactorAgent')] [string]$Component,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$')] [string]$BackupName,
        [ValidateNotNullOrEmpty()] [string]$Destination,
        [ValidateNotNullOrEmpty()] [string]$InstallPath
    )
    Assert-MfaComputer -ComputerName $ComputerName
    $before = Get-MfaComponentTrace -Component $Component -InstallPath $InstallPath
    $evidence = [pscustomobject]@{ ComputerName = $ComputerName; Changed = $false; Before = $before; After = $before; Product = $null; ExitCode = $null; Log = $null; RestartNeeded = $false }
    if ($before.Products.Count -eq 0 -and $before.Places.Count -eq 0) {
        Write-Information -MessageData ('Nothing to do: {0} is not on this host.' -f (Get-MfaProductTitle -Component $Component))
        return $evidence
    }
    $evidence.Product = Get-MfaUninstallProduct -Component $Component -Trace $before
    $backup = @{ ComputerName = $ComputerName; UpgradeId = $UpgradeId; BackupName = $BackupName; Component = $Component }
    if ($Destination) { $backup['Destination'] = $Destination }
    if ($InstallPath) { $backup['InstallPath'] = $InstallPath }
    Assert-MfaUninstallBackup -Backup $backup
    if (-not $PSCmdlet.ShouldProcess($ComputerName, "Uninstall $($evidence.Product.Name)")) { return $evidence }
    $ended = Invoke-MfaMsi -Act '/x' -Package $evidence.Product.Code -Log (New-MfaLogPath -UpgradeId $UpgradeId -Program "uninstall-$Component")
    $evidence.ExitCode = $ended.ExitCode
    $evidence.Log = $ended.Log
    $evidence.RestartNeeded = $ended.RestartNeeded
    $evidence.After = Get-MfaComponentTrace -Component $Component -InstallPath $InstallPath
    $evidence.Changed = $true
    $evidence
}
