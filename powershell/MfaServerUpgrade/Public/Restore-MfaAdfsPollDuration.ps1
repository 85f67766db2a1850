function Restore-MfaAdfsPollDuration {
    <#
    .SYNOPSIS
    Sets the poll duration of this secondary of WID to what it was before the upgrade lowered it.
    .DESCRIPTION
    Where nothing was kept, it stays as it is, unless it is the lowered one: then it is set to the 300 seconds that AD FS comes with.
    Sources: WID, PS-Sync.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .PARAMETER UpgradeId
    Upgrade that this belongs to.
    .PARAMETER Seconds
    To what it was lowered.
    .PARAMETER State
    What should be afterwards: restored. It is for the check that follows.
    .OUTPUTS
    The poll duration before and after.
    .EXAMPLE
    Restore-MfaAdfsPollDuration -ComputerName fs02.contoso.example -UpgradeId 4f1c
    #>
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSReviewUnusedParameter', 'State', Justification = 'Handed on to the check that follows.')]
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'Medium')]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$')] [string]$UpgradeId,
        [ValidateRange(5, 300)] [int]$Seconds = 20,
        [ValidateSet('restored')] [string]$State = 'restored'
    )
    Assert-MfaComputer -ComputerName $ComputerName
    $node = Get-MfaAdfsNode
    $evidence = [pscustomobject]@{ ComputerName = $ComputerName; Changed = $false; Before = $node.PollSeconds; After = $node.PollSeconds }
    $path = Get-MfaPollPath -UpgradeId $UpgradeId
    $isKept = Test-Path -LiteralPath $path -PathType Leaf
    if (-not $node.IsSecondary -or (-not $isKept -and $node.PollSeconds -ne $Seconds)) {
        Write-Information -MessageData 'Nothing to do: this node polls as before.'
        return $evidence
    }
    $kept = if ($isKept) { [int][System.IO.File]::ReadAllText($path) } else { 300 }
    if (-not $PSCmdlet.ShouldProcess($ComputerName, "Set the poll duration to $kept seconds")) { return $evidence }
    Set-MfaAdfsPoll -Seconds $kept
    if ($isKept) { Remove-MfaFile -LiteralPath $path }
    $evidence.After = (Get-MfaAdfsNode).PollSeconds
    $evidence.Changed = $true
    $evidence
}
