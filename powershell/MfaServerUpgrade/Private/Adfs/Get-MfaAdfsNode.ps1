# What this node says of its AD FS farm: WID or SQL, its role, and of a secondary its last sync. Which store it is shows only in
# the connection string (ADFSToolbox): nodes with SQL call themselves primary too.
function Get-MfaAdfsNode {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param()
    $service = Get-CimInstance -Namespace 'root\ADFS' -ClassName 'SecurityTokenService' -ErrorAction Stop
    $sync = Get-AdfsSyncProperties -ErrorAction Stop
    $isWid = [string]$service.ConfigurationDatabaseConnectionString -match 'microsoft##wid'
    $read = { param($name) $member = $sync.PSObject.Properties[$name]; if ($null -ne $member) { $member.Value } }
    [pscustomobject]@{
        Store         = if ($isWid) { 'wid' } else { 'sql' }
        IsSecondary   = $isWid -and [string]$sync.Role -ne 'PrimaryComputer'
        Primary       = [string](& $read 'PrimaryComputerName')
        LastSync      = [string](& $read 'LastSyncTime')
        PollSeconds   = & $read 'PollDuration'
    }
}

# Refuses where this node may not write: in a farm with WID only the AD FS primary may (WID). Asked again right before each
# write, because the role can be moved.
function Assert-MfaAdfsWriter {
    [CmdletBinding()]
    param()
    $node = Get-MfaAdfsNode
    if (-not $node.IsSecondary) { return }
    $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code AdfsNotPrimary -Category InvalidArgument -Target $env:COMPUTERNAME -Value $env:COMPUTERNAME, $node.Primary))
}
