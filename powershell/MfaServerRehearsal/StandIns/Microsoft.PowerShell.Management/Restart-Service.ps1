# Acts on services.json.
function Restart-Service {
    [CmdletBinding(DefaultParameterSetName = 'InputObject', SupportsShouldProcess)]
    param(
        [Parameter(ParameterSetName = 'DisplayName', Mandatory)] [string[]]$DisplayName,
        [string[]]$Exclude,
        [switch]$Force,
        [string[]]$Include,
        [Parameter(ParameterSetName = 'InputObject', Mandatory, Position = 0, ValueFromPipeline)] [System.ServiceProcess.ServiceController[]]$InputObject,
        [Parameter(ParameterSetName = 'Default', Mandatory, Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName)] [Alias('ServiceName')] [string[]]$Name,
        [switch]$PassThru
    )
    process { foreach ($one in $Name) { if ($PSCmdlet.ShouldProcess($one)) { Set-MfaStandInService -Cmdlet $PSCmdlet -Name $one -Status 'Running' -Restart -Force:$Force } } }
}
