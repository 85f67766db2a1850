function Set-MfaAdfsPollDuration {
    <#
    .SYNOPSIS
    Lets this secondary of WID ask its AD FS primary more often, while the adapter is exchanged.
    .DESCRIPTION
    Keeps what was set in a file of the upgrade. A primary, and a node with SQL, do not poll. Sources: WID, PS-Sync.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .PARAMETER UpgradeId
    Upgrade that this belongs to.
    .PARAMETER Seconds
    How often it asks meanwhile.
    .PARAMETER State
    What should be afterwards: lowered. It is for the check that follows.
    .OUTPUTS
    The poll duration before and after.
    .EXAMPLE
    Set-MfaAdfsPollDuration -ComputerName fs02.contoso.example -UpgradeId 4f1c
    #>
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSReviewUnusedParameter', 'State', Justification = 'Handed on to the check that follows.')]
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'Medium')]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$')] [string]$UpgradeId,
        [ValidateRange(5, 300)] [int]$Seconds = 20,
        [ValidateSet('lowered')] [string]$State = 'lowered'
    )
    Assert-MfaComputer -ComputerName $ComputerName
    $node = Get-MfaAdfsNode
    $evidence = [pscustomobject]@{ ComputerName = $ComputerName; Changed = $false; Before = $node.PollSeconds; After = $node.PollSeconds }
    if (-not $node.IsSecondary -or $node.PollSeconds -le $Seconds) {
        Write-Information -MessageData 'Nothing to do: this node does not poll, or often enough.'
        return $evidence
    }
    if (-not $PSCmdlet.ShouldProcess($ComputerName, "Set the poll duration to $Seconds seconds")) { return $evidence }
    $path = Get-MfaPollPath -UpgradeId $UpgradeId
    # What was found first is what is put back, also when a run was broken off half way.
    if (-not (Test-Path -LiteralPath $path -PathType Leaf)) { New-MfaTextFile -LiteralPath $path -Text ([string]$node.PollSeconds) }
    Set-MfaAdfsPoll -Seconds $Seconds
    $evidence.After = (Get-MfaAdfsNode).PollSeconds
    $evidence.Changed = $true
    $evidence
}
