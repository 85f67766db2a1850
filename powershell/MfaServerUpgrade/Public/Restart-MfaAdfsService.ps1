function Restart-MfaAdfsService {
    <#
    .SYNOPSIS
    Restarts AD FS on this node, so that it loads the adapter that is registered.
    .DESCRIPTION
    Waits on a secondary of WID for a sync first: without it the node would load the registration of before. Starts what stopped
    with AD FS, and waits for event 100 and the probe. Sources: TAE, C7B, ADFSREQ, WID.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .PARAMETER UpgradeId
    Upgrade that this belongs to.
    .PARAMETER StepName
    Step that restarts: it does so once for each registration.
    .PARAMETER Provider
    Names under which the adapter was, or is, registered. They are for the check that follows.
    .PARAMETER LimitSeconds
    How long AD FS may take until it is ready.
    .OUTPUTS
    When AD FS started before and after, and whether a sync was waited for.
    .EXAMPLE
    Restart-MfaAdfsService -ComputerName fs02.contoso.example -UpgradeId 4f1c -StepName restart-first-batch
    #>
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSReviewUnusedParameter', 'Provider', Justification = 'Handed on to the check that follows.')]
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'Medium')]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$')] [string]$UpgradeId,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$')] [string]$StepName,
        [ValidateNotNullOrEmpty()] [ValidatePattern('^[A-Za-z0-9_.-]{1,128}$')] [string[]]$Provider,
        [ValidateRange(30, 3600)] [int]$LimitSeconds = 600
    )
    Assert-MfaComputer -ComputerName $ComputerName
    $before = Get-MfaAdfsStart
    $evidence = [pscustomobject]@{ ComputerName = $ComputerName; Changed = $false; Before = $before; After = $before; Synced = $false }
    if (Test-MfaAdfsRestarted -UpgradeId $UpgradeId -StepName $StepName -Start $before) {
        Write-Information -MessageData ('Nothing to do: AD FS runs since the restart of this step, {0:u}.' -f $before)
        return $evidence
    }
    # Asked while AD FS runs: what is stopped has no cmdlets, and is started below.
    $node = if ($null -ne $before) { Get-MfaAdfsNode }
    if (-not $PSCmdlet.ShouldProcess($ComputerName, 'Restart AD FS')) { return $evidence }
    $evidence.Synced = Restart-MfaAdfsSynced -Node $node -ComputerName $ComputerName -LimitSeconds $LimitSeconds
    $evidence.After = Get-MfaAdfsStart
    Save-MfaAdfsRestart -UpgradeId $UpgradeId -StepName $StepName -Start $evidence.After
    $evidence.Changed = $true
    $evidence
}
