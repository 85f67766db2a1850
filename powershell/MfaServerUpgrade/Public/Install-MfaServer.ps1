function Install-MfaServer {
    <#
    .SYNOPSIS
    Upgrades or installs MFA Server on this host with its setup, which a person clicks through.
    .DESCRIPTION
    Notes version, install folder, services and start types; copies the setup into a fresh folder that only administrators
    can write to, compares its hash there, starts it from there, and waits until it has come to rest. Silent switches of this
    setup are unknown, so it gets none. Through a session no window is seen: there the copy is laid ready, a person starts it
    on the host, and this waits for the version. Where the version is there already nothing is started. Sources: SEED-A,
    SEED-B, C7A.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .PARAMETER UpgradeId
    Upgrade that the copy of the setup belongs to.
    .PARAMETER Installer
    Full path of MultiFactorAuthenticationServerSetup.exe on this host.
    .PARAMETER TargetVersion
    Version that the upgrade leads to.
    .PARAMETER InstallPath
    Install folder as the farm file names it; must be the one in the registry.
    .PARAMETER LimitMinutes
    How long to wait. The setup itself is never ended.
    .PARAMETER StartedByPerson
    Only lays the setup ready and waits: somebody starts it on the host. Set where the function runs through a session.
    .OUTPUTS
    The server before and after, the setup with its hash and exit code, and whether a restart is needed.
    .EXAMPLE
    Install-MfaServer -ComputerName mfa01.contoso.example -UpgradeId 4f1c -Installer 'D:\Setup\MultiFactorAuthenticationServerSetup.exe' -TargetVersion 8.0.1.1
    #>
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'Medium')]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$')] [string]$UpgradeId,
        [Parameter(Mandatory)] [ValidateNotNullOrEmpty()] [string]$Installer,
        [Parameter(Mandatory)] [ValidatePattern('^\d{1,9}(\.\d{1,9}){1,3}$')] [string]$TargetVersion,
        [ValidateNotNullOrEmpty()] [string]$InstallPath,
        [ValidateRange(1, 480)] [int]$LimitMinutes = 60,
        [switch]$StartedByPerson
    )
    Assert-MfaComputer -ComputerName $ComputerName
    $before = Get-MfaServerState
    $evidence = [pscustomobject]@{ ComputerName = $ComputerName; Changed = $false; Before = $before; After = $before; Setup = $null; RestartNeeded = $false }
    if ($before.Version -and (Test-MfaSameVersion -Version $before.Version -As $TargetVersion)) {
        Write-Information -MessageData ('Nothing to do: MFA Server {0} is there.' -f $before.Version)
        return $evidence
    }
    # A folder that farm.json names wrongly is refused before anything starts.
    if ($before.InstallPath) { [void](Get-MfaInstallPath -InstallPath $InstallPath) }
    Assert-MfaSetupFit -LiteralPath $Installer -Version $TargetVersion -State $before -ComputerName $ComputerName
    if (-not $PSCmdlet.ShouldProcess($ComputerName, "Start $Installer")) { return $evidence }
    $setup = @{ LiteralPath = $Installer; Version = $TargetVersion; UpgradeId = $UpgradeId; LimitMinutes = $LimitMinutes }
    $evidence.Setup = if ($StartedByPerson) { Wait-MfaServerSetup @setup -ComputerName $ComputerName } else { Invoke-MfaServerSetup @setup }
    $evidence.After = Get-MfaServerState
    $evidence.RestartNeeded = $evidence.Setup.ExitCode -in 3010, 1641 -or (Test-MfaRestartPending)
    $evidence.Changed = $true
    $evidence
}
