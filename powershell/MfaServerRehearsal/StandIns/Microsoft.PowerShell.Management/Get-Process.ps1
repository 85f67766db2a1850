# No program runs on a simulated host except those that computer.json names (processes), and AD FS by its number.
function Get-Process {
    [CmdletBinding(DefaultParameterSetName = 'Name')]
    param(
        [Parameter(ParameterSetName = 'Name', ValueFromPipelineByPropertyName)] [Parameter(ParameterSetName = 'Id', ValueFromPipelineByPropertyName)] [Parameter(ParameterSetName = 'InputObject', ValueFromPipelineByPropertyName)] [Alias('Cn')] [string[]]$ComputerName,
        [Parameter(ParameterSetName = 'Name')] [Parameter(ParameterSetName = 'Id')] [Parameter(ParameterSetName = 'InputObject')] [Alias('FV', 'FVI')] [switch]$FileVersionInfo,
        [Parameter(ParameterSetName = 'IdWithUserName', Mandatory, ValueFromPipelineByPropertyName)] [Parameter(ParameterSetName = 'Id', Mandatory, ValueFromPipelineByPropertyName)] [Alias('PID')] [System.Int32[]]$Id,
        [Parameter(ParameterSetName = 'NameWithUserName', Mandatory)] [Parameter(ParameterSetName = 'IdWithUserName', Mandatory)] [Parameter(ParameterSetName = 'InputObjectWithUserName', Mandatory)] [switch]$IncludeUserName,
        [Parameter(ParameterSetName = 'InputObjectWithUserName', Mandatory, ValueFromPipeline)] [Parameter(ParameterSetName = 'InputObject', Mandatory, ValueFromPipeline)] [System.Diagnostics.Process[]]$InputObject,
        [Parameter(ParameterSetName = 'Name')] [Parameter(ParameterSetName = 'Id')] [Parameter(ParameterSetName = 'InputObject')] [switch]$Module,
        [Parameter(ParameterSetName = 'Name', Position = 0, ValueFromPipelineByPropertyName)] [Parameter(ParameterSetName = 'NameWithUserName', Position = 0, ValueFromPipelineByPropertyName)] [Alias('ProcessName')] [string[]]$Name
    )
    process {
        if ($PSBoundParameters.ContainsKey('Id')) { return $Id | ForEach-Object -Process { Read-MfaStandInAdfsProcess -Cmdlet $PSCmdlet -Id $_ } }
        $named = (Read-MfaStandInFile -Name 'computer.json').PSObject.Properties['processes']
        $running = @(if ($null -ne $named) { $named.Value })
        foreach ($pattern in $(if ($Name) { $Name } else { '*' })) {
            $found = @($running | Where-Object -FilterScript { $_ -like $pattern })
            if ($found.Count -eq 0 -and -not [wildcardpattern]::ContainsWildcardCharacters($pattern)) { Write-MfaMissingProcess -Cmdlet $PSCmdlet -Name $pattern }
            $found | ForEach-Object -Process { [pscustomobject]@{ Name = $_; HasExited = $false } }
        }
    }
}

function Write-MfaMissingProcess {
    [CmdletBinding()]
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [string]$Name)
    $exception = New-Object -TypeName Microsoft.PowerShell.Commands.ProcessCommandException -ArgumentList "Cannot find a process with the name '$Name'."
    $Cmdlet.WriteError((New-Object -TypeName System.Management.Automation.ErrorRecord -ArgumentList $exception, 'NoProcessFoundForGivenName', 'ObjectNotFound', $Name))
}

# The process of AD FS, with the time of its start.
function Read-MfaStandInAdfsProcess {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [int]$Id)
    $adfs = Read-MfaStandInAdfs
    if ($Id -ne (Get-MfaStandInProcessId -Name 'adfssrv') -or $null -eq $adfs) { return Write-MfaMissingProcess -Cmdlet $Cmdlet -Name $Id }
    [pscustomobject]@{ Id = $Id; Name = 'FIXTURE_AdfsService'; HasExited = $false; StartTime = ([datetime](Get-MfaSimulatedAdfsNode -Adfs $adfs).startedAt).ToLocalTime() }
}
