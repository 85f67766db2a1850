function Test-MfaAdfsPollDuration {
    <#
    .SYNOPSIS
    Says whether this secondary of WID polls as often as it should: lowered while the adapter is exchanged, or as before.
    .DESCRIPTION
    Asks AD FS, and nothing that a step kept. A node that does not poll is as it should be. Source: PS-Sync.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .PARAMETER State
    What should be: lowered or restored.
    .PARAMETER Seconds
    To what it is lowered.
    .OUTPUTS
    Verified: true, false, or null where it could not look; and the findings.
    .EXAMPLE
    Test-MfaAdfsPollDuration -ComputerName fs02.contoso.example -State lowered
    #>
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName,
        [Parameter(Mandatory)] [ValidateSet('lowered', 'restored')] [string]$State,
        [ValidateRange(5, 300)] [int]$Seconds = 20
    )
    Assert-MfaComputer -ComputerName $ComputerName
    Invoke-MfaVerification -ComputerName $ComputerName -Code AdfsNotRead -Look {
        $node = Get-MfaAdfsNode
        if (-not $node.IsSecondary) { return }
        $given = @{ Severity = 'error'; ComputerName = $ComputerName; Value = @($node.PollSeconds, $Seconds) }
        if ($State -eq 'lowered' -and $node.PollSeconds -gt $Seconds) { New-MfaFinding -Code AdfsPollNotLowered @given }
        if ($State -eq 'restored' -and $node.PollSeconds -eq $Seconds) { New-MfaFinding -Code AdfsPollStillLowered @given }
    }
}
