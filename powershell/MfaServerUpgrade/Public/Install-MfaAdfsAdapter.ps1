function Install-MfaAdfsAdapter {
    <#
    .SYNOPSIS
    Installs the AD FS adapter of the target version on this node from the MSI that was copied for the upgrade.
    .DESCRIPTION
    Installs the Visual C++ runtimes that are missing, then runs the MSI quietly and with a log. Registers nothing and restarts
    nothing: AD FS keeps what it has loaded until its service restarts. Sources: SEED-A, UPG-AZ, VC, MSIEXEC, MSIERR.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .PARAMETER UpgradeId
    Upgrade that installer and log belong to.
    .PARAMETER TargetVersion
    Version that the upgrade leads to.
    .PARAMETER VisualCppSource
    Folder on this host with both packages of Visual C++, needed where a runtime is missing.
    .OUTPUTS
    The adapter before and after, how the installers ended, and whether a restart is needed.
    .EXAMPLE
    Install-MfaAdfsAdapter -ComputerName fs01.contoso.example -UpgradeId 4f1c -TargetVersion 8.0.1.1 -VisualCppSource 'C:\Installers\VisualCpp'
    #>
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'Medium')]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$')] [string]$UpgradeId,
        [Parameter(Mandatory)] [ValidatePattern('^\d{1,9}(\.\d{1,9}){1,3}$')] [string]$TargetVersion,
        [ValidateNotNullOrEmpty()] [string]$VisualCppSource
    )
    Assert-MfaComputer -ComputerName $ComputerName
    $before = Get-MfaAdapterInstallation
    $evidence = [pscustomobject]@{ ComputerName = $ComputerName; Changed = $false; Before = $before; After = $before; VisualCpp = @(); Package = $null; ExitCode = $null; Log = $null; RestartNeeded = $false }
    if (Test-MfaAdapterThere -Installation $before -Version $TargetVersion) {
        Write-Information -MessageData ('Nothing to do: the adapter {0} is there.' -f $TargetVersion)
        return $evidence
    }
    $runtimes = @(Get-MfaMissingRuntimePackage -Version $TargetVersion -Source $VisualCppSource)
    $evidence.Package = Get-MfaAdapterFile -Which Package -UpgradeId $UpgradeId
    if (-not $PSCmdlet.ShouldProcess($ComputerName, ('Install {0}' -f (@($runtimes) + $evidence.Package -join ', ')))) { return $evidence }
    $evidence.VisualCpp = @($runtimes | ForEach-Object -Process { Install-MfaVisualCppPackage -LiteralPath $_ -UpgradeId $UpgradeId })
    $ended = Invoke-MfaMsi -Act '/i' -Package $evidence.Package -Log (New-MfaLogPath -UpgradeId $UpgradeId -Program $evidence.Package)
    $evidence.ExitCode = $ended.ExitCode
    $evidence.Log = $ended.Log
    $evidence.RestartNeeded = $ended.RestartNeeded -or @($evidence.VisualCpp | Where-Object -Property ExitCode -In -Value 3010, 1641).Count -gt 0
    $evidence.After = Get-MfaAdapterInstallation
    $evidence.Changed = $true
    $evidence
}
