# Acts on services.json: start type and status.
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
    process { if ($PSCmdlet.ShouldProcess($Name)) { Set-MfaStandInService -Cmdlet $PSCmdlet -Name $Name -Status $Status -StartType $(if ($PSBoundParameters.ContainsKey('StartupType')) { [string]$StartupType }) } }
}
