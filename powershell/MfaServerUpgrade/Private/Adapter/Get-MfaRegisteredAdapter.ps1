# The name under which the adapter of MFA Server is registered, in the spelling of AD FS: that of the farm file, else one of the
# two known ones (facts 3.3: sources name both for the same years, so what the farm says counts). The providers of the cloud
# that AD FS brings itself are never taken.
function Get-MfaRegisteredAdapter {
    [CmdletBinding()]
    [OutputType([string])]
    param([string]$RegisteredProvider)
    $registered = @(Get-MfaAdfsProvider)
    $own = @($registered | Where-Object -FilterScript { -not (Test-MfaAdfsProviderOfWindows -Provider $_) })
    $found = @($own | Where-Object -FilterScript { $RegisteredProvider -and $_ -eq $RegisteredProvider })
    if ($found.Count -eq 0) { $found = @($own | Where-Object -FilterScript { $_ -in 'WindowsAzureMultiFactorAuthentication', 'AzureMfaServerAuthentication' }) }
    if ($found.Count -eq 1) { return $found[0] }
    $names = if ($registered.Count -gt 0) { $registered -join ', ' } else { '-' }
    $given = @{ Category = 'InvalidArgument'; Target = $RegisteredProvider; Value = $names }
    if ($found.Count -eq 0) { $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code AdapterNotRegistered @given)) }
    $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code AdapterRegisteredTwice @given))
}
