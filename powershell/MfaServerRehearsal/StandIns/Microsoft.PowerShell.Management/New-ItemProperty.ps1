# Acts on registry.json; every other path is refused.
function New-ItemProperty {
    [CmdletBinding(DefaultParameterSetName = 'Path', SupportsShouldProcess)]
    param(
        [Parameter(ValueFromPipelineByPropertyName)] [pscredential]$Credential,
        [string[]]$Exclude,
        [string]$Filter,
        [switch]$Force,
        [string[]]$Include,
        [Parameter(ParameterSetName = 'LiteralPath', Mandatory, ValueFromPipelineByPropertyName)] [Alias('PSPath')] [string[]]$LiteralPath,
        [Parameter(Mandatory, Position = 1, ValueFromPipelineByPropertyName)] [Alias('PSProperty')] [string]$Name,
        [Parameter(ParameterSetName = 'Path', Mandatory, Position = 0)] [string[]]$Path,
        [Parameter(ValueFromPipelineByPropertyName)] [Alias('Type')] [string]$PropertyType,
        [Alias('usetx')] [switch]$UseTransaction,
        [Parameter(ValueFromPipelineByPropertyName)] [object]$Value
    )
    process {
        foreach ($key in @($LiteralPath) + @($Path) | Where-Object -FilterScript { $_ }) {
            if ($key -notmatch '^HKLM:') { Deny-MfaStandInAct -Name 'New-ItemProperty' }
            if ($PSCmdlet.ShouldProcess($key)) { Set-MfaStandInRegistry -Cmdlet $PSCmdlet -Key $key -Name $Name -Value $Value }
        }
    }
}
