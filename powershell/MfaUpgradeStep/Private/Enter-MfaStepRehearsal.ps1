# Makes the simulated hosts where they are missing and puts this process on the one that is meant. Paths that name a drive
# mean the drive of the simulated host. Gives the parameters with those paths.
function Enter-MfaStepRehearsal {
    [CmdletBinding()]
    [OutputType([hashtable])]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Run,
        [Parameter(Mandatory)] [System.Management.Automation.PSModuleInfo]$Module,
        [Parameter(Mandatory)] [hashtable]$Parameters
    )
    $request = $Run.Request
    Import-Module -Name (Join-Path -Path $script:MfaModulesFolder -ChildPath 'MfaServerRehearsal/MfaServerRehearsal.psd1')
    $hosts = Get-MfaStepHostsFolder -RunFolder $Run.Folder
    New-MfaRehearsalFarm -Farm $request.rehearsal.farm -Destination $hosts
    Enter-MfaRehearsalHost -Hosts $hosts -Name $request.host.name -RunFolder $Run.Folder -Module $Module
    $mapped = @{}
    foreach ($name in $Parameters.Keys) {
        $mapped[$name] = if ($Parameters[$name] -is [string]) { ConvertTo-MfaRehearsalPath -Hosts $hosts -Name $request.host.name -Path $Parameters[$name] } else { $Parameters[$name] }
    }
    $mapped
}
