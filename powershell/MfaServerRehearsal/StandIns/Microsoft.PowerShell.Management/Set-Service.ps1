# Refused in a rehearsal.
function Set-Service {
    [CmdletBinding(DefaultParameterSetName = 'Name', SupportsShouldProcess)]
    param(
        [Parameter(ValueFromPipelineByPropertyName)] [Alias('cn')] [string[]]$ComputerName,
        [string]$Description,
        [Alias('DN')] [string]$DisplayName,
        [Parameter(ParameterSetName = 'InputObject', ValueFromPipeline)] [System.ServiceProcess.ServiceController]$InputObject,
        [Parameter(ParameterSetName = 'Name', Mandatory, Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName)] [Alias('ServiceName', 'SN')] [string]$Name,
        [switch]$PassThru,
        [Alias('StartMode', 'SM', 'ST')] [System.ServiceProcess.ServiceStartMode]$StartupType,
        [ValidateSet('Paused', 'Running', 'Stopped')] [string]$Status
    )
    process { Deny-MfaStandInAct -Name 'Set-Service' }
}
