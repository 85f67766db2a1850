# Writes the stored configuration of a provider of the simulated farm to a file.
function Export-AdfsAuthenticationProviderConfigurationData {
    [CmdletBinding(PositionalBinding = $false, SupportsShouldProcess)]
    param(
        [Parameter(Mandatory)] [string]$FilePath,
        [Parameter(Mandatory)] [string]$Name
    )
    process {
        $found = Get-MfaSimulatedProvider -Cmdlet $PSCmdlet -Database (Read-MfaSimulatedAdfsKnown -Cmdlet $PSCmdlet) -Name $Name
        # documented: PS-Export, the provider must support configuration of its own
        if (-not $found.configuration) { Stop-MfaSimulatedAdfs -Cmdlet $PSCmdlet -Id 'NoConfiguration' -Text "The authentication provider '$Name' has no configuration data." }
        if ($PSCmdlet.ShouldProcess($FilePath)) { Write-MfaSimulatedText -LiteralPath $FilePath -Text $found.configuration }
    }
}
