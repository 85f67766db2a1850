# Refused in a rehearsal.
function Remove-ItemProperty {
    [CmdletBinding(DefaultParameterSetName = 'Path', SupportsShouldProcess)]
    param(
        [Parameter(ValueFromPipelineByPropertyName)] [pscredential]$Credential,
        [string[]]$Exclude,
        [string]$Filter,
        [switch]$Force,
        [string[]]$Include,
        [Parameter(ParameterSetName = 'LiteralPath', Mandatory, ValueFromPipelineByPropertyName)] [Alias('PSPath')] [string[]]$LiteralPath,
        [Parameter(Mandatory, Position = 1, ValueFromPipelineByPropertyName)] [Alias('PSProperty')] [string[]]$Name,
        [Parameter(ParameterSetName = 'Path', Mandatory, Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName)] [string[]]$Path,
        [Alias('usetx')] [switch]$UseTransaction
    )
    process { Deny-MfaStandInAct -Name 'Remove-ItemProperty' }
}
