# Sets how often this simulated secondary polls, or moves the role of AD FS primary.
function Set-AdfsSyncProperties {
    [CmdletBinding(PositionalBinding = $false)]
    param(
        [Int32]$PollDuration,
        [string]$PrimaryComputerName,
        [Int32]$PrimaryComputerPort,
        [string]$Role
    )
    process {
        $adfs = Get-MfaSimulatedAdfsService -Cmdlet $PSCmdlet
        $own = Get-MfaStandInHostName
        # inferred: only a secondary has a poll duration
        if ($PSBoundParameters.ContainsKey('PollDuration') -and -not (Test-MfaSimulatedSecondary -Adfs $adfs -HostName $own)) { Stop-MfaSimulatedAdfs -Cmdlet $PSCmdlet -Id 'NoPoll' -Text 'The poll duration can be set on a secondary computer only.' }
        $isGiven = $PSBoundParameters.ContainsKey('PollDuration')
        Edit-MfaStandInAdfs -Change {
            param($adfs)
            $node = Get-MfaSimulatedAdfsNode -Adfs $adfs
            if ($isGiven) { $node.pollSeconds = $PollDuration }
            # documented: PS-Sync, the role can be moved
            if ($Role -eq 'PrimaryComputer') { $adfs.primary = $own }
            elseif ($PrimaryComputerName) { $adfs.primary = $PrimaryComputerName.ToLowerInvariant() }
        }
    }
}
