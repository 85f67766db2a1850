# Gives the registered providers as this simulated node knows them, those of Windows among them.
function Get-AdfsAuthenticationProvider {
    [CmdletBinding()]
    param(
        [Parameter(Position = 0)] [string]$Name
    )
    process {
        $known = Read-MfaSimulatedAdfsKnown -Cmdlet $PSCmdlet
        $wanted = if ($Name) { @(Get-MfaSimulatedProvider -Cmdlet $PSCmdlet -Database $known -Name $Name) } else { @($known.providers) }
        # documented: PS-Get, these members; the type name is not among them
        $wanted | ForEach-Object -Process { [pscustomobject]@{ Name = $_.name; AdminName = $_.name; IsCustom = $_.isCustom; AllowedForAdditionalAuthentication = $true } }
    }
}
