# Gives the role of this simulated node, and of a secondary its last sync.
function Get-AdfsSyncProperties {
    [CmdletBinding()]
    param()
    process {
        $adfs = Get-MfaSimulatedAdfsService -Cmdlet $PSCmdlet
        $node = Get-MfaSimulatedAdfsNode -Adfs $adfs
        # documented: PS-Sync, an AD FS primary shows its role alone
        # inferred: nodes with SQL call themselves primary
        if (-not (Test-MfaSimulatedSecondary -Adfs $adfs -HostName $node.host)) { return [pscustomobject]@{ Role = 'PrimaryComputer' } }
        [pscustomobject]@{
            LastSyncFromPrimaryComputerName = $adfs.primary; LastSyncStatus = 0; LastSyncTime = ([datetime]'2026-01-01T18:00:00Z').AddMinutes($node.syncedMinute)
            PollDuration = $node.pollSeconds; PrimaryComputerName = $adfs.primary; PrimaryComputerPort = 80; Role = 'SecondaryComputer'
        }
    }
}
