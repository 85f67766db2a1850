function Install-MfaVisualCppRuntime {
    <#
    .SYNOPSIS
    Installs the Visual C++ runtimes that the web components and the AD FS adapter need where they are missing: x86 and x64.
    .DESCRIPTION
    14.0.23506 (2015 Update 1) and every later 14.x count. What is missing is installed from the packages in a folder on this
    host, each copied to a folder of the upgrade and run from there. A newer runtime is success. On a 32-bit Windows only x86
    is asked for, which is our conclusion. Sources: SEED-A, VC.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .PARAMETER UpgradeId
    Upgrade that copies and logs belong to.
    .PARAMETER Source
    Folder on this host with the packages, each named with its architecture: vc_redist.x86.exe, vc_redist.x64.exe.
    .OUTPUTS
    Which runtimes were there before and after, how each package ended, and whether a restart is needed.
    .EXAMPLE
    Install-MfaVisualCppRuntime -ComputerName web01.contoso.example -UpgradeId 4f1c -Source 'C:\Installers\VisualCpp'
    #>
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'Medium')]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$')] [string]$UpgradeId,
        [ValidateNotNullOrEmpty()] [string]$Source
    )
    Assert-MfaComputer -ComputerName $ComputerName
    $before = Get-MfaVisualCppState
    $missing = @($before.PSObject.Properties | Where-Object -Property Value -EQ -Value $false | ForEach-Object -Process { $_.Name })
    # All are looked for before the first one runs.
    $packages = @($missing | ForEach-Object -Process { Get-MfaVisualCppPackage -Architecture $_ -Source $Source })
    $evidence = [pscustomobject]@{ ComputerName = $ComputerName; Changed = $false; Before = $before; After = $before; Packages = @(); RestartNeeded = $false }
    if ($missing.Count -eq 0) { Write-Information -MessageData 'Nothing to do: every runtime that this host needs is there.' }
    if ($missing.Count -eq 0 -or -not $PSCmdlet.ShouldProcess($ComputerName, ('Install Visual C++ {0}' -f ($missing -join ' and ')))) { return $evidence }
    $evidence.Packages = @($packages | ForEach-Object -Process { Install-MfaVisualCppPackage -LiteralPath $_ -UpgradeId $UpgradeId })
    $evidence.After = Get-MfaVisualCppState
    $evidence.Changed = $true
    $evidence.RestartNeeded = @($evidence.Packages | Where-Object -Property ExitCode -In -Value 3010, 1641).Count -gt 0
    $evidence
}
