# Sets the rules of a Web API application of the simulated farm.
function Set-AdfsWebApiApplication {
    [CmdletBinding(DefaultParameterSetName = 'ApplicationObject', SupportsShouldProcess)]
    param(
        [Parameter(ValueFromPipelineByPropertyName)] [string]$AccessControlPolicyName,
        [Parameter(ValueFromPipelineByPropertyName)] [Object]$AccessControlPolicyParameters,
        [Parameter(ValueFromPipelineByPropertyName)] [string]$AdditionalAuthenticationRules,
        [string]$AdditionalAuthenticationRulesFile,
        [string[]]$AllowedAuthenticationClassReferences,
        [object]$AllowedClientTypes,
        [bool]$AlwaysRequireAuthentication,
        [string[]]$ClaimsProviderName,
        [Parameter(ValueFromPipelineByPropertyName)] [string]$DelegationAuthorizationRules,
        [string]$DelegationAuthorizationRulesFile,
        [Parameter(ValueFromPipelineByPropertyName)] [string]$Description,
        [string[]]$Identifier,
        [Parameter(ValueFromPipelineByPropertyName)] [string]$ImpersonationAuthorizationRules,
        [string]$ImpersonationAuthorizationRulesFile,
        [Parameter(ValueFromPipelineByPropertyName)] [string]$IssuanceAuthorizationRules,
        [string]$IssuanceAuthorizationRulesFile,
        [Parameter(ValueFromPipelineByPropertyName)] [string]$IssuanceTransformRules,
        [string]$IssuanceTransformRulesFile,
        [object]$IssueOAuthRefreshTokensTo,
        [string]$Name,
        [Int32]$NotBeforeSkew,
        [switch]$PassThru,
        [bool]$RefreshTokenProtectionEnabled,
        [bool]$RequestMFAFromClaimsProviders,
        [Parameter(ParameterSetName = 'ApplicationObject', Mandatory, Position = 0, ValueFromPipeline)] [object]$TargetApplication,
        [Parameter(ParameterSetName = 'Identifier', Mandatory, Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName)] [string]$TargetIdentifier,
        [Parameter(ParameterSetName = 'Name', Mandatory, Position = 0, ValueFromPipelineByPropertyName)] [string]$TargetName,
        [Int32]$TokenLifetime
    )
    process {
        [void](Assert-MfaSimulatedWriter -Cmdlet $PSCmdlet)
        $text = if ($AdditionalAuthenticationRulesFile) { [System.IO.File]::ReadAllText($AdditionalAuthenticationRulesFile) } else { $AdditionalAuthenticationRules }
        if ($PSCmdlet.ShouldProcess($TargetName)) { Set-MfaSimulatedRule -Cmdlet $PSCmdlet -Member 'webApis' -Name $TargetName -Identifier $TargetIdentifier -Text $text }
    }
}
