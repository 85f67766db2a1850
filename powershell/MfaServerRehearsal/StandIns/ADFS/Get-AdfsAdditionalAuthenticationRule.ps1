# Gives the global rules as this simulated node knows them.
function Get-AdfsAdditionalAuthenticationRule {
    [CmdletBinding()]
    param()
    process { [pscustomobject]@{ AdditionalAuthenticationRules = (Read-MfaSimulatedAdfsKnown -Cmdlet $PSCmdlet).rules.global } }
}
