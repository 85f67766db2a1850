# Acts on registry.json; every other path is refused.
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
    process {
        foreach ($key in @($LiteralPath) + @($Path) | Where-Object -FilterScript { $_ }) {
            if ($key -notmatch '^HKLM:') { Deny-MfaStandInAct -Name 'Remove-ItemProperty' }
            if ($PSCmdlet.ShouldProcess($key)) { foreach ($one in $Name) { Set-MfaStandInRegistry -Cmdlet $PSCmdlet -Key $key -Name $one -Remove } }
        }
    }
}
