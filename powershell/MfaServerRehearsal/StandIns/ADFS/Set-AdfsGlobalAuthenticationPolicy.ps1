# Sets the list of additional providers of the simulated farm as a whole; nothing else of the policy is simulated.
function Set-AdfsGlobalAuthenticationPolicy {
    [CmdletBinding(PositionalBinding = $false, SupportsShouldProcess)]
    param(
        [string[]]$AdditionalAuthenticationProvider,
        [bool]$AllowDeviceAuthAsPrimaryForDomainJoinedDevices,
        [object]$ClientAuthenticationMethods,
        [bool]$DeviceAuthenticationEnabled,
        [object]$DeviceAuthenticationMethod,
        [switch]$PassThru,
        [string[]]$PrimaryExtranetAuthenticationProvider,
        [string[]]$PrimaryIntranetAuthenticationProvider,
        [bool]$WindowsIntegratedFallbackEnabled
    )
    process {
        $adfs = Assert-MfaSimulatedWriter -Cmdlet $PSCmdlet
        $other = @($PSBoundParameters.Keys | Where-Object -FilterScript { $_ -notin 'AdditionalAuthenticationProvider', 'PassThru', 'WhatIf', 'Confirm', 'ErrorAction', 'Verbose', 'WarningAction', 'WarningVariable' })
        if ($other.Count -gt 0) { Deny-MfaStandInAct -Name "Set-AdfsGlobalAuthenticationPolicy -$($other[0])" }
        # inferred: null takes all of them away, as an empty list does
        $names = @($AdditionalAuthenticationProvider | Where-Object -FilterScript { $_ })
        foreach ($name in $names) { [void](Get-MfaSimulatedProvider -Cmdlet $PSCmdlet -Database $adfs.database -Name $name) }
        if ($PSCmdlet.ShouldProcess('AdditionalAuthenticationProvider')) { Edit-MfaStandInAdfs -Change { param($adfs) $adfs.database.policy.additional = $names } }
    }
}
