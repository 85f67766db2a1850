# The names of all providers that are registered, in the order of AD FS.
function Get-MfaAdfsProvider {
    [CmdletBinding()]
    [OutputType([string])]
    param()
    Get-AdfsAuthenticationProvider -ErrorAction Stop | ForEach-Object -Process { [string]$_.Name }
}

# A provider in the spelling of AD FS. Refused where AD FS does not show it.
function Get-MfaAdfsProviderName {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string]$Provider)
    $registered = @(Get-MfaAdfsProvider)
    $found = @($registered | Where-Object -FilterScript { $_ -eq $Provider })
    if ($found.Count -gt 0) { return $found[0] }
    $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code AdfsProviderUnknown -Category InvalidArgument -Target $Provider -Value $Provider, ($registered -join ', ')))
}

# Whether a provider is one of the two of the cloud, which AD FS brings itself (GI12782, ADFSMFA).
function Test-MfaAdfsProviderOfWindows {
    [CmdletBinding()]
    [OutputType([bool])]
    param([Parameter(Mandatory)] [AllowEmptyString()] [string]$Provider)
    $Provider -in 'AzureMfaAuthentication', 'AzurePrimaryAuthentication'
}

# Refuses these two.
function Assert-MfaAdfsProviderOwn {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string]$Provider)
    if (-not (Test-MfaAdfsProviderOfWindows -Provider $Provider)) { return }
    $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code AdfsProviderOfWindows -Category InvalidArgument -Target $Provider -Value $Provider))
}

# The additional providers that are on, in their order; none where AD FS gives an empty list or null.
function Get-MfaAdfsProviderList {
    [CmdletBinding()]
    [OutputType([string])]
    param()
    @((Get-AdfsGlobalAuthenticationPolicy -ErrorAction Stop).AdditionalAuthenticationProvider) | Where-Object -FilterScript { $_ } | ForEach-Object -Process { [string]$_ }
}

# A list as one text: to be shown and to be compared.
function ConvertTo-MfaListText {
    [CmdletBinding()]
    [OutputType([string])]
    param([AllowNull()] [AllowEmptyCollection()] [string[]]$List)
    $names = @($List | Where-Object -FilterScript { $_ })
    if ($names.Count -gt 0) { $names -join ', ' } else { '-' }
}

# The places whose rules for a second factor name a provider.
function Get-MfaAdfsRule {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string]$Provider)
    Get-MfaAdfsRulePlace | Where-Object -FilterScript { Test-MfaTextInside -Text $_.Rules -Part $Provider } | ForEach-Object -Process { $_.Name }
}
