# Sets the list of additional providers as a whole, reads it back and compares. Refused on a secondary, and where the list is no
# longer the one that was read.
function Set-MfaAdfsProviderList {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [AllowEmptyCollection()] [string[]]$List,
        [Parameter(Mandatory)] [AllowEmptyCollection()] [string[]]$Read
    )
    Assert-MfaWriteAllowed -LiteralPath (Get-MfaDefaultDestination)
    Assert-MfaAdfsWriter
    $now = ConvertTo-MfaListText -List @(Get-MfaAdfsProviderList)
    $was = ConvertTo-MfaListText -List $Read
    if ($now -ne $was) { $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code AdfsListChanged -Category InvalidArgument -Target $now -Value $now, $was)) }
    $given = if ($List.Count -gt 0) { $List } else { $null }
    $ConfirmPreference = 'None'
    Set-AdfsGlobalAuthenticationPolicy -AdditionalAuthenticationProvider $given -ErrorAction Stop
    $after = ConvertTo-MfaListText -List @(Get-MfaAdfsProviderList)
    $wanted = ConvertTo-MfaListText -List $List
    if ($after -ne $wanted) { $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code AdfsListNotSet -Category InvalidResult -Target $after -Value $after, $wanted)) }
}
