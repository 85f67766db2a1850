# Gives what AD FS has logged on this simulated node.
function Get-WinEvent {
    [CmdletBinding(DefaultParameterSetName = 'GetLogSet')]
    param(
        [Parameter(ParameterSetName = 'GetLogSet')] [Parameter(ParameterSetName = 'ListLogSet')] [Parameter(ParameterSetName = 'ListProviderSet')] [Parameter(ParameterSetName = 'GetProviderSet')] [Parameter(ParameterSetName = 'HashQuerySet')] [Parameter(ParameterSetName = 'XmlQuerySet')] [Alias('Cn')] [string]$ComputerName,
        [pscredential]$Credential,
        [Parameter(ParameterSetName = 'HashQuerySet', Mandatory, Position = 1)] [System.Collections.Hashtable[]]$FilterHashtable,
        [Parameter(ParameterSetName = 'GetLogSet')] [Parameter(ParameterSetName = 'GetProviderSet')] [Parameter(ParameterSetName = 'FileSet')] [string]$FilterXPath,
        [Parameter(ParameterSetName = 'XmlQuerySet', Mandatory, Position = 1)] [System.Xml.XmlDocument]$FilterXml,
        [Parameter(ParameterSetName = 'GetLogSet')] [Parameter(ParameterSetName = 'ListLogSet')] [Parameter(ParameterSetName = 'GetProviderSet')] [Parameter(ParameterSetName = 'HashQuerySet')] [switch]$Force,
        [Parameter(ParameterSetName = 'ListLogSet', Mandatory, Position = 1)] [string[]]$ListLog,
        [Parameter(ParameterSetName = 'ListProviderSet', Mandatory, Position = 1)] [string[]]$ListProvider,
        [Parameter(ParameterSetName = 'GetLogSet', Position = 1, ValueFromPipeline, ValueFromPipelineByPropertyName)] [string[]]$LogName,
        [Parameter(ParameterSetName = 'GetLogSet')] [Parameter(ParameterSetName = 'GetProviderSet')] [Parameter(ParameterSetName = 'FileSet')] [Parameter(ParameterSetName = 'HashQuerySet')] [Parameter(ParameterSetName = 'XmlQuerySet')] [System.Int64]$MaxEvents,
        [Parameter(ParameterSetName = 'GetLogSet')] [Parameter(ParameterSetName = 'GetProviderSet')] [Parameter(ParameterSetName = 'FileSet')] [Parameter(ParameterSetName = 'HashQuerySet')] [Parameter(ParameterSetName = 'XmlQuerySet')] [switch]$Oldest,
        [Parameter(ParameterSetName = 'FileSet', Mandatory, Position = 1, ValueFromPipelineByPropertyName)] [Alias('PSPath')] [string[]]$Path,
        [Parameter(ParameterSetName = 'GetProviderSet', Mandatory, Position = 1, ValueFromPipelineByPropertyName)] [string[]]$ProviderName
    )
    process {
        $query = if ($FilterHashtable) { $FilterHashtable[0] } else { @{ LogName = $LogName } }
        $names = @($query['LogName'])
        if ($names.Count -ne 1 -or $names[0] -ne 'AD FS/Admin') { Deny-MfaStandInAct -Name "Get-WinEvent $($names -join ', ')" }
        $adfs = Read-MfaStandInAdfs
        $events = @(if ($null -ne $adfs) { (Get-MfaSimulatedAdfsNode -Adfs $adfs).events } ) | Where-Object -FilterScript { $_ } | ForEach-Object -Process { [pscustomobject]@{ Id = $_.id; RecordId = $_.record; TimeCreated = ([datetime]$_.time).ToLocalTime(); Message = $_.message } }
        $found = @($events | Where-Object -FilterScript { (-not $query.ContainsKey('Id') -or @($query['Id']) -contains $_.Id) -and (-not $query.ContainsKey('StartTime') -or $_.TimeCreated -ge $query['StartTime']) })
        # inferred: Get-WinEvent gives an error where it finds nothing
        if ($found.Count -eq 0) {
            $exception = New-Object -TypeName System.InvalidOperationException -ArgumentList 'No events were found that match the specified selection criteria.'
            return $PSCmdlet.WriteError((New-Object -TypeName System.Management.Automation.ErrorRecord -ArgumentList $exception, 'NoMatchingEventsFound', 'ObjectNotFound', $null))
        }
        if (-not $Oldest) { [array]::Reverse($found) }
        if ($MaxEvents -gt 0) { $found | Select-Object -First $MaxEvents } else { $found }
    }
}
