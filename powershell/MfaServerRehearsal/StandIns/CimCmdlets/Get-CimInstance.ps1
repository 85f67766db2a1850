# Answers for Win32_Service from services.json, for Win32_OperatingSystem from computer.json, for the service class of AD FS.
function Get-CimInstance {
    [CmdletBinding(DefaultParameterSetName = 'ClassNameComputerSet')]
    param(
        [Parameter(ParameterSetName = 'ResourceUriSessionSet', Mandatory, ValueFromPipeline)] [Parameter(ParameterSetName = 'QuerySessionSet', Mandatory, ValueFromPipeline)] [Parameter(ParameterSetName = 'ClassNameSessionSet', Mandatory, ValueFromPipeline)] [Parameter(ParameterSetName = 'CimInstanceSessionSet', Mandatory, ValueFromPipeline)] [Microsoft.Management.Infrastructure.CimSession[]]$CimSession,
        [Parameter(ParameterSetName = 'ClassNameComputerSet', Mandatory, Position = 0, ValueFromPipelineByPropertyName)] [Parameter(ParameterSetName = 'ClassNameSessionSet', Mandatory, Position = 0, ValueFromPipelineByPropertyName)] [string]$ClassName,
        [Parameter(ParameterSetName = 'ClassNameComputerSet', ValueFromPipelineByPropertyName)] [Parameter(ParameterSetName = 'CimInstanceComputerSet', ValueFromPipelineByPropertyName)] [Parameter(ParameterSetName = 'ResourceUriComputerSet', ValueFromPipelineByPropertyName)] [Parameter(ParameterSetName = 'QueryComputerSet', ValueFromPipelineByPropertyName)] [Alias('CN', 'ServerName')] [string[]]$ComputerName,
        [Parameter(ParameterSetName = 'ClassNameComputerSet', ValueFromPipelineByPropertyName)] [Parameter(ParameterSetName = 'ResourceUriSessionSet', ValueFromPipelineByPropertyName)] [Parameter(ParameterSetName = 'ClassNameSessionSet', ValueFromPipelineByPropertyName)] [Parameter(ParameterSetName = 'ResourceUriComputerSet', ValueFromPipelineByPropertyName)] [string]$Filter,
        [Parameter(ParameterSetName = 'CimInstanceSessionSet', Mandatory, Position = 0, ValueFromPipeline)] [Parameter(ParameterSetName = 'CimInstanceComputerSet', Mandatory, Position = 0, ValueFromPipeline)] [Alias('CimInstance')] [Microsoft.Management.Infrastructure.CimInstance]$InputObject,
        [Parameter(ParameterSetName = 'ClassNameComputerSet')] [Parameter(ParameterSetName = 'ResourceUriSessionSet')] [Parameter(ParameterSetName = 'ClassNameSessionSet')] [Parameter(ParameterSetName = 'ResourceUriComputerSet')] [switch]$KeyOnly,
        [Parameter(ParameterSetName = 'ClassNameComputerSet', ValueFromPipelineByPropertyName)] [Parameter(ParameterSetName = 'ResourceUriSessionSet', ValueFromPipelineByPropertyName)] [Parameter(ParameterSetName = 'QuerySessionSet', ValueFromPipelineByPropertyName)] [Parameter(ParameterSetName = 'ClassNameSessionSet', ValueFromPipelineByPropertyName)] [Parameter(ParameterSetName = 'ResourceUriComputerSet', ValueFromPipelineByPropertyName)] [Parameter(ParameterSetName = 'QueryComputerSet', ValueFromPipelineByPropertyName)] [string]$Namespace,
        [Alias('OT')] [uint32]$OperationTimeoutSec,
        [Parameter(ParameterSetName = 'ClassNameComputerSet', ValueFromPipelineByPropertyName)] [Parameter(ParameterSetName = 'ResourceUriSessionSet', ValueFromPipelineByPropertyName)] [Parameter(ParameterSetName = 'ClassNameSessionSet', ValueFromPipelineByPropertyName)] [Parameter(ParameterSetName = 'ResourceUriComputerSet', ValueFromPipelineByPropertyName)] [Alias('SelectProperties')] [string[]]$Property,
        [Parameter(ParameterSetName = 'QuerySessionSet', Mandatory, ValueFromPipelineByPropertyName)] [Parameter(ParameterSetName = 'QueryComputerSet', Mandatory, ValueFromPipelineByPropertyName)] [string]$Query,
        [Parameter(ParameterSetName = 'ClassNameComputerSet', ValueFromPipelineByPropertyName)] [Parameter(ParameterSetName = 'QuerySessionSet', ValueFromPipelineByPropertyName)] [Parameter(ParameterSetName = 'ClassNameSessionSet', ValueFromPipelineByPropertyName)] [Parameter(ParameterSetName = 'QueryComputerSet', ValueFromPipelineByPropertyName)] [string]$QueryDialect,
        [Parameter(ParameterSetName = 'ResourceUriSessionSet', Mandatory, ValueFromPipelineByPropertyName)] [Parameter(ParameterSetName = 'ResourceUriComputerSet', Mandatory, ValueFromPipelineByPropertyName)] [Parameter(ParameterSetName = 'QuerySessionSet', Mandatory, ValueFromPipelineByPropertyName)] [Parameter(ParameterSetName = 'QueryComputerSet', Mandatory, ValueFromPipelineByPropertyName)] [Parameter(ParameterSetName = 'CimInstanceSessionSet', Mandatory, ValueFromPipelineByPropertyName)] [Parameter(ParameterSetName = 'CimInstanceComputerSet', Mandatory, ValueFromPipelineByPropertyName)] [System.Uri]$ResourceUri,
        [Parameter(ParameterSetName = 'ClassNameComputerSet')] [Parameter(ParameterSetName = 'ResourceUriSessionSet')] [Parameter(ParameterSetName = 'QuerySessionSet')] [Parameter(ParameterSetName = 'ClassNameSessionSet')] [Parameter(ParameterSetName = 'ResourceUriComputerSet')] [Parameter(ParameterSetName = 'QueryComputerSet')] [switch]$Shallow
    )
    process {
        switch ($ClassName) {
            'Win32_Service' { Read-MfaStandInCimService -Filter $Filter }
            'Win32_OperatingSystem' { [pscustomobject]@{ LastBootUpTime = ([datetime](Read-MfaStandInFile -Name 'computer.json').lastBootTime).ToUniversalTime(); OSArchitecture = '{0}-bit' -f (Get-MfaSimulatedBitness) } }
            'SecurityTokenService' { Read-MfaStandInCimAdfs -Namespace $Namespace }
            default { Deny-MfaStandInAct -Name "Get-CimInstance $ClassName" }
        }
    }
}

function Read-MfaStandInCimService {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([string]$Filter)
    $wanted = if ($Filter -match "^Name ?= ?'([^']+)'$") { $Matches[1] } elseif ($Filter) { Deny-MfaStandInAct -Name "Get-CimInstance -Filter $Filter" }
    foreach ($service in Read-MfaStandInFile -Name 'services.json' | Where-Object -FilterScript { $_ -and (-not $wanted -or $_.name -eq $wanted) }) {
        $path = $service.PSObject.Properties['path']
        [pscustomobject]@{
            Name      = $service.name
            ProcessId = if ($service.status -eq 'Running') { Get-MfaStandInProcessId -Name $service.name } else { 0 }
            State     = $service.status
            StartMode = if ($service.startType -eq 'Automatic') { 'Auto' } else { $service.startType }
            PathName  = if ($null -ne $path) { '"{0}"' -f (Expand-MfaStandInPath -Text $path.Value) }
        }
    }
}

# The process of a service: a number that is its own.
function Get-MfaStandInProcessId {
    [CmdletBinding()]
    [OutputType([int])]
    param([Parameter(Mandatory)] [string]$Name)
    if ($Name -eq 'adfssrv') { 4712 } else { 4711 }
}

function Read-MfaStandInCimAdfs {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([string]$Namespace)
    $adfs = Read-MfaStandInAdfs
    if ($Namespace.Replace('/', '\') -ne 'root\ADFS' -or $null -eq $adfs) { throw 'Invalid namespace or class.' }
    # community: ADFSToolbox, the store shows in the connection string
    $source = if ($adfs.store -eq 'wid') { 'np:\\.\pipe\microsoft##wid\tsql\query' } else { 'sql01.fixture' }
    [pscustomobject]@{ ConfigurationDatabaseConnectionString = "Data Source=$source;Initial Catalog=AdfsConfigurationV3;Integrated Security=True" }
}
