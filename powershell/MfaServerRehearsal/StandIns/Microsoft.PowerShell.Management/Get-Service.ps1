# Answers from services.json.
function Get-Service {
    [CmdletBinding(DefaultParameterSetName = 'Default')]
    param(
        [Parameter(ValueFromPipelineByPropertyName)] [Alias('Cn')] [string[]]$ComputerName,
        [Alias('DS')] [switch]$DependentServices,
        [Parameter(ParameterSetName = 'DisplayName', Mandatory)] [string[]]$DisplayName,
        [string[]]$Exclude,
        [string[]]$Include,
        [Parameter(ParameterSetName = 'InputObject', ValueFromPipeline)] [System.ServiceProcess.ServiceController[]]$InputObject,
        [Parameter(ParameterSetName = 'Default', Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName)] [Alias('ServiceName')] [string[]]$Name,
        [Alias('SDO', 'ServicesDependedOn')] [switch]$RequiredServices
    )
    process {
        $services = @(Read-MfaStandInFile -Name 'services.json' | Where-Object -FilterScript { $_ })
        $wanted = if ($PSBoundParameters.ContainsKey('Name')) { $Name } else { '*' }
        foreach ($pattern in $wanted) {
            $found = @($services | Where-Object -Property name -Like -Value $pattern)
            if ($found.Count -eq 0 -and -not [wildcardpattern]::ContainsWildcardCharacters($pattern)) { Write-MfaMissingService -Cmdlet $PSCmdlet -Name $pattern }
            if ($DependentServices) { $found = @($services | Where-Object -FilterScript { (Get-MfaStandInDependency -Service $_) -contains $pattern }) }
            $found | ForEach-Object -Process { ConvertTo-MfaServiceObject -Service $_ }
        }
    }
}

function Write-MfaMissingService {
    [CmdletBinding()]
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [string]$Name)
    $exception = New-Object -TypeName System.InvalidOperationException -ArgumentList "Cannot find any service with service name '$Name'."
    $Cmdlet.WriteError((New-Object -TypeName System.Management.Automation.ErrorRecord -ArgumentList $exception, 'NoServiceFoundForGivenName', 'ObjectNotFound', $Name))
}

function ConvertTo-MfaServiceObject {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([pscustomobject]$Service)
    [pscustomobject]@{ Name = $Service.name; Status = $Service.status; StartType = $Service.startType }
}
