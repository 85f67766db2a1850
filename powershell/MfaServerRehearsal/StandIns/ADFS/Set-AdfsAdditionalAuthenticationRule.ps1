# Sets the global rules of the simulated farm.
function Set-AdfsAdditionalAuthenticationRule {
    [CmdletBinding(DefaultParameterSetName = 'RuleSets', SupportsShouldProcess)]
    param(
        [Parameter(ParameterSetName = 'RuleSets', Mandatory, Position = 0, ValueFromPipeline)] [string]$AdditionalAuthenticationRules,
        [Parameter(ParameterSetName = 'RuleSetFile', Mandatory, Position = 0)] [string]$AdditionalAuthenticationRulesFile,
        [switch]$PassThru
    )
    process {
        [void](Assert-MfaSimulatedWriter -Cmdlet $PSCmdlet)
        $text = if ($AdditionalAuthenticationRulesFile) { [System.IO.File]::ReadAllText($AdditionalAuthenticationRulesFile) } else { $AdditionalAuthenticationRules }
        if ($PSCmdlet.ShouldProcess('AdditionalAuthenticationRules')) { Edit-MfaStandInAdfs -Change { param($adfs) $adfs.database.rules.global = $text } }
    }
}
