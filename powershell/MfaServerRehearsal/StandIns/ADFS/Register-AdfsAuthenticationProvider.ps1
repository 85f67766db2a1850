# Adds a provider to the simulated configuration database; it loads the assembly on this node to look at it.
function Register-AdfsAuthenticationProvider {
    [CmdletBinding(PositionalBinding = $false)]
    param(
        [string]$ConfigurationFilePath,
        [Parameter(Mandatory)] [string]$Name,
        [Parameter(Mandatory)] [string]$TypeName
    )
    process {
        $adfs = Assert-MfaSimulatedWriter -Cmdlet $PSCmdlet
        # community: GI-RH243, a provider of this name is there
        if (@($adfs.database.providers.name) -contains $Name) { Stop-MfaSimulatedAdfs -Cmdlet $PSCmdlet -Id 'DuplicateIdentifier' -Text "An authentication provider with the duplicate identifier '$Name' is already registered." }
        $version = if ($TypeName -match '^pfadfs\.AuthenticationAdapter, *MultiFactorAuthAdfsAdapter, *Version=([0-9.]+), *Culture=neutral, *PublicKeyToken=31bf3856ad364e35$') { $Matches[1] }
        # community: GI-AH2, it loads the assembly on this node
        if (-not $version -or $version -ne (Get-MfaSimulatedAdapter)) { Stop-MfaSimulatedAdfs -Cmdlet $PSCmdlet -Id 'TypeNotLoaded' -Text "The type '$TypeName' could not be loaded or does not implement the authentication adapter interface." }
        $configuration = ''
        if ($ConfigurationFilePath) {
            # documented: PS-Register, the path is fully qualified
            if (-not [System.IO.Path]::IsPathRooted($ConfigurationFilePath) -or -not [System.IO.File]::Exists($ConfigurationFilePath)) { Stop-MfaSimulatedAdfs -Cmdlet $PSCmdlet -Id 'ConfigurationNotFound' -Text "The configuration file '$ConfigurationFilePath' was not found." }
            $configuration = [System.IO.File]::ReadAllText($ConfigurationFilePath)
        }
        $added = [pscustomobject]@{ name = $Name; typeName = $TypeName; version = $version; configuration = $configuration; isCustom = $true }
        Edit-MfaStandInAdfs -Change { param($adfs) $adfs.database.providers = @($adfs.database.providers) + $added }
        # community: TAE, PS0114
        $PSCmdlet.WriteWarning('PS0114: The authentication provider was successfully registered with the policy store. To enable this provider, you must restart the AD FS Windows Service on each server in the farm.')
    }
}
