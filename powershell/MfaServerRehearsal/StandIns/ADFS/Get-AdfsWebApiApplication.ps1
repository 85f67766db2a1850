# Gives the Web API applications of the simulated farm, with their rules.
function Get-AdfsWebApiApplication {
    [CmdletBinding(DefaultParameterSetName = 'Identifier')]
    param(
        [Parameter(ParameterSetName = 'ApplicationObject', Mandatory, Position = 0, ValueFromPipeline)] [object]$Application,
        [Parameter(ParameterSetName = 'ApplicationGroupObject', Mandatory, Position = 0, ValueFromPipeline)] [object]$ApplicationGroup,
        [Parameter(ParameterSetName = 'ApplicationGroupIdentifier', Mandatory, Position = 0, ValueFromPipelineByPropertyName)] [string]$ApplicationGroupIdentifier,
        [Parameter(ParameterSetName = 'Identifier', Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName)] [string[]]$Identifier,
        [Parameter(ParameterSetName = 'Name', Mandatory, Position = 0, ValueFromPipelineByPropertyName)] [string[]]$Name,
        [Parameter(ParameterSetName = 'PrefixIdentifier', Mandatory, Position = 0)] [string]$PrefixIdentifier
    )
    process {
        $applications = @((Read-MfaSimulatedAdfsKnown -Cmdlet $PSCmdlet).rules.webApis | Where-Object -FilterScript { $_ -and (-not $Name -or $Name -contains $_.name) -and (-not $Identifier -or $Identifier -contains $_.identifier) })
        $applications | ForEach-Object -Process { [pscustomobject]@{ Name = $_.name; Identifier = [string[]]@($_.identifier); AdditionalAuthenticationRules = $_.rules } }
    }
}
