# Gives the nodes of the simulated farm.
function Get-AdfsFarmInformation {
    [CmdletBinding(SupportsShouldProcess)]
    param()
    process {
        $adfs = Get-MfaSimulatedAdfsService -Cmdlet $PSCmdlet
        # community: FARM, the nodes have a member FQDN
        [pscustomobject]@{ CurrentFarmBehavior = 3; FarmNodes = @($adfs.nodes | ForEach-Object -Process { [pscustomobject]@{ FQDN = $_.host } }) }
    }
}
