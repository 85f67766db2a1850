# Sets the rules of a relying party of the simulated farm.
function Set-AdfsRelyingPartyTrust {
    [CmdletBinding(DefaultParameterSetName = 'Identifier', SupportsShouldProcess)]
    param(
        [Parameter(ValueFromPipelineByPropertyName)] [string]$AccessControlPolicyName,
        [Parameter(ValueFromPipelineByPropertyName)] [Object]$AccessControlPolicyParameters,
        [Parameter(ValueFromPipelineByPropertyName)] [string]$AdditionalAuthenticationRules,
        [string]$AdditionalAuthenticationRulesFile,
        [string[]]$AdditionalWSFedEndpoint,
        [string[]]$AllowedAuthenticationClassReferences,
        [object]$AllowedClientTypes,
        [bool]$AlwaysRequireAuthentication,
        [bool]$AutoUpdateEnabled,
        [Parameter(ValueFromPipeline)] [object]$ClaimAccepted,
        [string[]]$ClaimsProviderName,
        [Parameter(ValueFromPipelineByPropertyName)] [string]$DelegationAuthorizationRules,
        [string]$DelegationAuthorizationRulesFile,
        [bool]$EnableJWT,
        [bool]$EncryptClaims,
        [bool]$EncryptedNameIdRequired,
        [object]$EncryptionCertificate,
        [string]$EncryptionCertificateRevocationCheck,
        [string[]]$Identifier,
        [Parameter(ValueFromPipelineByPropertyName)] [string]$ImpersonationAuthorizationRules,
        [string]$ImpersonationAuthorizationRulesFile,
        [Parameter(ValueFromPipelineByPropertyName)] [string]$IssuanceAuthorizationRules,
        [string]$IssuanceAuthorizationRulesFile,
        [Parameter(ValueFromPipelineByPropertyName)] [string]$IssuanceTransformRules,
        [string]$IssuanceTransformRulesFile,
        [object]$IssueOAuthRefreshTokensTo,
        [Uri]$MetadataUrl,
        [bool]$MonitoringEnabled,
        [string]$Name,
        [Int32]$NotBeforeSkew,
        [string]$Notes,
        [switch]$PassThru,
        [string]$ProtocolProfile,
        [bool]$RefreshTokenProtectionEnabled,
        [bool]$RequestMFAFromClaimsProviders,
        [Parameter(ValueFromPipeline)] [object]$RequestSigningCertificate,
        [Parameter(ValueFromPipeline)] [object]$SamlEndpoint,
        [string]$SamlResponseSignature,
        [string]$SignatureAlgorithm,
        [bool]$SignedSamlRequestsRequired,
        [string]$SigningCertificateRevocationCheck,
        [Parameter(ParameterSetName = 'Identifier', Mandatory, ValueFromPipeline)] [string]$TargetIdentifier,
        [Parameter(ParameterSetName = 'IdentifierName', Mandatory, ValueFromPipeline)] [string]$TargetName,
        [Parameter(ParameterSetName = 'IdentifierObject', Mandatory, ValueFromPipeline)] [object]$TargetRelyingParty,
        [Int32]$TokenLifetime,
        [Uri]$WSFedEndpoint
    )
    process {
        [void](Assert-MfaSimulatedWriter -Cmdlet $PSCmdlet)
        $text = if ($AdditionalAuthenticationRulesFile) { [System.IO.File]::ReadAllText($AdditionalAuthenticationRulesFile) } else { $AdditionalAuthenticationRules }
        if ($PSCmdlet.ShouldProcess($TargetName)) { Set-MfaSimulatedRule -Cmdlet $PSCmdlet -Member 'relyingParties' -Name $TargetName -Identifier $TargetIdentifier -Text $text }
    }
}
