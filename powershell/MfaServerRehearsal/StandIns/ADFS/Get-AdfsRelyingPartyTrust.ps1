# Gives the relying parties of the simulated farm, with their rules.
function Get-AdfsRelyingPartyTrust {
    [CmdletBinding(DefaultParameterSetName = 'RelyingPartyName')]
    param(
        [Parameter(ParameterSetName = 'Identifier', Mandatory, Position = 0, ValueFromPipeline)] [string[]]$Identifier,
        [Parameter(ParameterSetName = 'RelyingPartyName', Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName)] [string[]]$Name,
        [Parameter(ParameterSetName = 'PrefixIdentifier', Mandatory, Position = 0, ValueFromPipeline)] [string]$PrefixIdentifier
    )
    process {
        $trusts = @((Read-MfaSimulatedAdfsKnown -Cmdlet $PSCmdlet).rules.relyingParties | Where-Object -FilterScript { $_ -and (-not $Name -or $Name -contains $_.name) -and (-not $Identifier -or $Identifier -contains $_.identifier) -and (-not $PrefixIdentifier -or $_.identifier.StartsWith($PrefixIdentifier)) })
        $trusts | ForEach-Object -Process { [pscustomobject]@{ Name = $_.name; Identifier = [string[]]@($_.identifier); AdditionalAuthenticationRules = $_.rules } }
    }
}
