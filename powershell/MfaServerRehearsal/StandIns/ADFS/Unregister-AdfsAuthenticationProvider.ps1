# Takes a provider out of the simulated configuration database.
function Unregister-AdfsAuthenticationProvider {
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [Parameter(Mandatory, Position = 0)] [string]$Name
    )
    process {
        $adfs = Assert-MfaSimulatedWriter -Cmdlet $PSCmdlet
        $found = Get-MfaSimulatedProvider -Cmdlet $PSCmdlet -Database $adfs.database -Name $Name
        # community: GI12782, an error about an internal provider
        if (-not $found.isCustom) { Stop-MfaSimulatedAdfs -Cmdlet $PSCmdlet -Id 'InternalProvider' -Text "The authentication provider '$Name' is internal and cannot be unregistered." }
        # community: HAM, it has to be switched off before
        # inferred: a rule that names a provider counts as use too
        $names = @(Get-MfaSimulatedRule -Known $adfs.database | Where-Object -FilterScript { $_ -match [regex]::Escape($Name) })
        if (@($adfs.database.policy.additional) -contains $Name -or $names.Count -gt 0) { Stop-MfaSimulatedAdfs -Cmdlet $PSCmdlet -Id 'ProviderInUse' -Text "The authentication provider '$Name' is in use by the authentication policy and cannot be unregistered." }
        if (-not $PSCmdlet.ShouldProcess($Name)) { return }
        Edit-MfaStandInAdfs -Change { param($adfs) $adfs.database.providers = @($adfs.database.providers | Where-Object -Property name -NE -Value $Name) }
        # community: TAE, PS0103
        $PSCmdlet.WriteWarning('PS0103: The authentication provider was successfully unregistered from the policy store. You must restart the AD FS Windows Service on each server in the farm.')
    }
}
