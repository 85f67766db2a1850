# Lets AD FS write the stored configuration of a provider to a new file in an owner-only folder. Where AD FS gives none, that is
# told: a provider that was registered without a file has none.
function Write-MfaAdapterData {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [string]$Provider,
        [Parameter(Mandatory)] [string]$LiteralPath
    )
    Assert-MfaWriteAllowed -LiteralPath $LiteralPath
    New-MfaOwnerOnlyFolder -LiteralPath ([System.IO.Path]::GetDirectoryName($LiteralPath))
    try { Export-AdfsAuthenticationProviderConfigurationData -Name $Provider -FilePath $LiteralPath -ErrorAction Stop }
    catch {
        [System.IO.File]::Delete($LiteralPath)
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code AdapterNotExported -Category InvalidResult -Target $Provider -Value $Provider, $_.Exception.Message -Cause $_.Exception))
    }
}
