# Refuses a setup that must not start on this host now.
function Assert-MfaSetupFit {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [string]$LiteralPath,
        [Parameter(Mandatory)] [string]$Version,
        [Parameter(Mandatory)] [pscustomobject]$State,
        [Parameter(Mandatory)] [string]$ComputerName
    )
    if ($State.Version -and (Test-MfaVersionBelow -Version $Version -Than $State.Version)) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code InstallerOlder -Category InvalidArgument -Target $LiteralPath -Value $Version, $State.Version))
    }
    $unfit = Get-MfaInstallerFinding -LiteralPath $LiteralPath -Version $Version -ComputerName $ComputerName | Select-Object -First 1
    if ($null -ne $unfit) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code SetupRefused -Category InvalidArgument -Target $LiteralPath -Value $unfit.Message, $unfit.Remedy))
    }
    if (Test-MfaRestartPending) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code RestartPending -Category InvalidArgument -Target $ComputerName -Value $ComputerName))
    }
    if (Test-MfaWindowsInstallerBusy) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code MsiBusy -Category InvalidArgument -Target $LiteralPath -Value $LiteralPath))
    }
}
