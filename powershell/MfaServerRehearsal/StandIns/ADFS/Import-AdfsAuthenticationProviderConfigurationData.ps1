# Stores another configuration of a provider of the simulated farm.
function Import-AdfsAuthenticationProviderConfigurationData {
    [CmdletBinding(PositionalBinding = $false, SupportsShouldProcess)]
    param(
        [Parameter(Mandatory)] [string]$FilePath,
        [Parameter(Mandatory)] [string]$Name
    )
    process {
        $adfs = Assert-MfaSimulatedWriter -Cmdlet $PSCmdlet
        [void](Get-MfaSimulatedProvider -Cmdlet $PSCmdlet -Database $adfs.database -Name $Name)
        $text = [System.IO.File]::ReadAllText($FilePath)
        # documented: PS-Import, what was stored is overwritten
        if ($PSCmdlet.ShouldProcess($Name)) { Edit-MfaStandInAdfs -Change { param($adfs) ($adfs.database.providers | Where-Object -Property name -EQ -Value $Name).configuration = $text } }
    }
}
