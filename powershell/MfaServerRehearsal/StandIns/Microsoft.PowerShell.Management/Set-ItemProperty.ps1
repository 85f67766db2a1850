# Acts on registry.json; every other path is refused.
function Set-ItemProperty {
    [CmdletBinding(DefaultParameterSetName = 'propertyValuePathSet', SupportsShouldProcess)]
    param(
        [Parameter(ValueFromPipelineByPropertyName)] [pscredential]$Credential,
        [string[]]$Exclude,
        [string]$Filter,
        [switch]$Force,
        [string[]]$Include,
        [Parameter(ParameterSetName = 'propertyPSObjectPathSet', Mandatory, ValueFromPipeline, ValueFromPipelineByPropertyName)] [Parameter(ParameterSetName = 'propertyPSObjectLiteralPathSet', Mandatory, ValueFromPipeline, ValueFromPipelineByPropertyName)] [psobject]$InputObject,
        [Parameter(ParameterSetName = 'propertyValueLiteralPathSet', Mandatory, ValueFromPipelineByPropertyName)] [Parameter(ParameterSetName = 'propertyPSObjectLiteralPathSet', Mandatory, ValueFromPipelineByPropertyName)] [Alias('PSPath')] [string[]]$LiteralPath,
        [Parameter(ParameterSetName = 'propertyValuePathSet', Mandatory, Position = 1, ValueFromPipelineByPropertyName)] [Parameter(ParameterSetName = 'propertyValueLiteralPathSet', Mandatory, Position = 1, ValueFromPipelineByPropertyName)] [Alias('PSProperty')] [string]$Name,
        [switch]$PassThru,
        [Parameter(ParameterSetName = 'propertyValuePathSet', Mandatory, Position = 0, ValueFromPipelineByPropertyName)] [Parameter(ParameterSetName = 'propertyPSObjectPathSet', Mandatory, Position = 0, ValueFromPipelineByPropertyName)] [string[]]$Path,
        [Parameter(ValueFromPipelineByPropertyName)] [Microsoft.Win32.RegistryValueKind]$Type,
        [Alias('usetx')] [switch]$UseTransaction,
        [Parameter(ParameterSetName = 'propertyValuePathSet', Mandatory, Position = 2, ValueFromPipelineByPropertyName)] [Parameter(ParameterSetName = 'propertyValueLiteralPathSet', Mandatory, Position = 2, ValueFromPipelineByPropertyName)] [object]$Value
    )
    process {
        foreach ($key in @($LiteralPath) + @($Path) | Where-Object -FilterScript { $_ }) {
            if ($key -notmatch '^HKLM:') { Deny-MfaStandInAct -Name 'Set-ItemProperty' }
            if ($PSCmdlet.ShouldProcess($key)) { Set-MfaStandInRegistry -Cmdlet $PSCmdlet -Key $key -Name $Name -Value $Value }
        }
    }
}
