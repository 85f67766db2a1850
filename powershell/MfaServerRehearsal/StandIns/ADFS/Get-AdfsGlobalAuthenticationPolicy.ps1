# Gives the policy as this simulated node knows it.
function Get-AdfsGlobalAuthenticationPolicy {
    [CmdletBinding()]
    param()
    process {
        $policy = (Read-MfaSimulatedAdfsKnown -Cmdlet $PSCmdlet).policy
        [pscustomobject]@{
            AdditionalAuthenticationProvider = [string[]]@($policy.additional | Where-Object -FilterScript { $_ })
            PrimaryIntranetAuthenticationProvider = [string[]]@($policy.primaryIntranet); PrimaryExtranetAuthenticationProvider = [string[]]@($policy.primaryExtranet)
            DeviceAuthenticationEnabled = $false; WindowsIntegratedFallbackEnabled = $true
        }
    }
}
