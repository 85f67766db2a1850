function Resume-MfaHostTraffic {
    <#
    .SYNOPSIS
    Puts this host back into its Windows NLB clusters, with what it did after a restart before.
    .DESCRIPTION
    Restores InitialHostState and RetainSuspended as they were found when the host was taken out, resumes and starts each
    node, and waits until it has converged. Where nothing was kept, a node starts after a restart as it does by default.
    Source: NLB.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .PARAMETER UpgradeId
    Upgrade that took the host out.
    .PARAMETER State
    What should be afterwards: in. It is for the check that follows, which looks for it.
    .PARAMETER Cluster
    Clusters that are meant, each by its nodes, joined by commas. Absent: every cluster of this host.
    .OUTPUTS
    The state of each node before and after.
    .EXAMPLE
    Resume-MfaHostTraffic -ComputerName web01.contoso.example -UpgradeId 4f1c
    #>
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSReviewUnusedParameter', 'State', Justification = 'Handed on to the check that follows.')]
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'Medium')]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$')] [string]$UpgradeId,
        [ValidateSet('in')] [string]$State = 'in',
        [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}(,[A-Za-z0-9_][A-Za-z0-9_.-]{0,252})*$')] [string[]]$Cluster = @()
    )
    Assert-MfaComputer -ComputerName $ComputerName
    $nodes = @(Get-MfaNlbNode -Cluster $Cluster)
    $before = @($nodes | ForEach-Object -Process { ConvertTo-MfaTrafficState -Node $_ })
    $evidence = [pscustomobject]@{ ComputerName = $ComputerName; Changed = $false; Before = $before; After = $before }
    $path = Get-MfaTrafficPath -UpgradeId $UpgradeId
    $isKept = Test-Path -LiteralPath $path -PathType Leaf
    if (-not $isKept -and @($before | Where-Object -FilterScript { $_.State -ne 'Converged' }).Count -eq 0) {
        Write-Information -MessageData 'Nothing to do: this host is in its clusters.'
        return $evidence
    }
    if (-not $PSCmdlet.ShouldProcess($ComputerName, 'Put the host back into its Windows NLB clusters')) { return $evidence }
    # One line a state: ConvertFrom-Json gives a list as one thing on 5.1.
    $kept = @(if ($isKept) { ConvertFrom-Json -InputObject ([System.IO.File]::ReadAllText($path)) | ForEach-Object -Process { $_ } })
    foreach ($node in $nodes) {
        $found = $kept | Where-Object -Property Interface -EQ -Value ([string]$node.Interface) | Select-Object -First 1
        $initial = if ($null -ne $found -and $found.InitialHostState) { $found.InitialHostState } else { 'Started' }
        Resume-MfaNlbNode -Node $node -InitialHostState $initial -RetainSuspended ($null -ne $found -and $found.RetainSuspended -eq $true)
    }
    if ($isKept) { Remove-MfaFile -LiteralPath $path }
    $evidence.After = @(Get-MfaNlbNode -Cluster $Cluster | ForEach-Object -Process { ConvertTo-MfaTrafficState -Node $_ })
    $evidence.Changed = $true
    $evidence
}
