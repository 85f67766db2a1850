# AD FS answers its cmdlets on a node where it runs. Gives the farm of this node.
function Get-MfaSimulatedAdfsService {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [System.Management.Automation.PSCmdlet]$Cmdlet)
    Sync-MfaSimulatedAdfs
    $adfs = Read-MfaStandInAdfs
    if ($null -eq $adfs) { Stop-MfaSimulatedAdfs -Cmdlet $Cmdlet -Id 'AdfsMissing' -Text 'This host is no node of an AD FS farm.' }
    # inferred: the cmdlets of AD FS ask the service of the same node
    if (-not (Test-MfaSimulatedService -HostName (Get-MfaStandInHostName) -Name 'adfssrv')) { Stop-MfaSimulatedAdfs -Cmdlet $Cmdlet -Id 'AdfsStopped' -Text 'Could not connect to net.tcp://localhost:1500/policy. The service adfssrv does not run.' }
    $adfs
}

# The same for what writes: only the AD FS primary of WID may.
function Assert-MfaSimulatedWriter {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [System.Management.Automation.PSCmdlet]$Cmdlet)
    $adfs = Get-MfaSimulatedAdfsService -Cmdlet $Cmdlet
    # community: PS0033, refused on a secondary with the name of the present primary
    if (Test-MfaSimulatedSecondary -Adfs $adfs -HostName (Get-MfaStandInHostName)) { Stop-MfaSimulatedAdfs -Cmdlet $Cmdlet -Id 'PS0033' -Text ('PS0033: This cmdlet cannot be executed from a secondary server in a local database farm. The primary server is presently: {0}.' -f $adfs.primary) }
    $adfs
}

function Stop-MfaSimulatedAdfs {
    [CmdletBinding()]
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [string]$Id, [string]$Text)
    $exception = New-Object -TypeName System.InvalidOperationException -ArgumentList $Text
    $Cmdlet.ThrowTerminatingError((New-Object -TypeName System.Management.Automation.ErrorRecord -ArgumentList $exception, $Id, 'InvalidOperation', $null))
}

# What this node knows of the farm's configuration.
function Read-MfaSimulatedAdfsKnown {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [System.Management.Automation.PSCmdlet]$Cmdlet)
    $adfs = Get-MfaSimulatedAdfsService -Cmdlet $Cmdlet
    Get-MfaSimulatedAdfsKnown -Adfs $adfs -Node (Get-MfaSimulatedAdfsNode -Adfs $adfs)
}

# A provider by its name, refused where it is none.
function Get-MfaSimulatedProvider {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [pscustomobject]$Database, [string]$Name)
    $found = $Database.providers | Where-Object -Property name -EQ -Value $Name
    if ($null -eq $found) { Stop-MfaSimulatedAdfs -Cmdlet $Cmdlet -Id 'ProviderNotFound' -Text "The authentication provider '$Name' is not registered." }
    $found
}

# Sets the rules of a relying party or an application, by its name or its identifier.
function Set-MfaSimulatedRule {
    [CmdletBinding()]
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [string]$Member, [string]$Name, [string]$Identifier, [string]$Text)
    Edit-MfaStandInAdfs -Change {
        param($adfs)
        $found = @($adfs.database.rules.$Member | Where-Object -FilterScript { ($Name -and $_.name -eq $Name) -or ($Identifier -and $_.identifier -eq $Identifier) })
        if ($found.Count -eq 0) { Stop-MfaSimulatedAdfs -Cmdlet $Cmdlet -Id 'NotFound' -Text 'Nothing of this name is in the configuration.' }
        $found[0].rules = $Text
    }
}
