# Makes the simulated hosts where they are missing and puts this process on the one that is meant. Paths that name a drive
# mean the drive of the simulated host. Gives the parameters with those paths, and the session where the simulated host is
# reached through one.
function Enter-MfaStepRehearsal {
    [CmdletBinding()]
    [OutputType([object[]])]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Run,
        [Parameter(Mandatory)] [System.Management.Automation.PSModuleInfo]$Module,
        [Parameter(Mandatory)] [hashtable]$Parameters
    )
    $request = $Run.Request
    Import-Module -Name (Join-Path -Path $script:MfaModulesFolder -ChildPath 'MfaServerRehearsal/MfaServerRehearsal.psd1')
    # That they lie beside the runs was looked at before (Assert-MfaStepMode); a bundle has been carried away from there.
    $hosts = $request.rehearsal.hosts
    $simulated = if ($script:MfaStepCarried) { "$env:COMPUTERNAME" } else { $request.host.name }
    New-MfaRehearsalFarm -Farm $request.rehearsal.farm -Destination $hosts
    $mapped = @{}
    foreach ($name in $Parameters.Keys) {
        $mapped[$name] = if ($Parameters[$name] -is [string]) { ConvertTo-MfaRehearsalPath -Hosts $hosts -Name $request.host.name -Path $Parameters[$name] } else { $Parameters[$name] }
    }
    $session = $null
    if ((Get-MfaStepMember -Object $request.rehearsal -Name 'sessions') -eq $true) { $session = Open-MfaStepRehearsalSession -Run $Run -Module $Module -Hosts $hosts }
    else {
        Enter-MfaRehearsalHost -Hosts $hosts -Name $simulated -RunFolder $Run.Folder -Module $Module
        & $Module { param($name) Assert-MfaComputer -ComputerName $name } $request.host.name
    }
    $mapped, $session
}

# The same through a real session: another process, to which the module travels as text and which steps onto the simulated
# host. Shows that a step needs nothing of ours on the host.
function Open-MfaStepRehearsalSession {
    [CmdletBinding()]
    [OutputType([System.Management.Automation.Runspaces.PSSession])]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Run,
        [Parameter(Mandatory)] [System.Management.Automation.PSModuleInfo]$Module,
        [Parameter(Mandatory)] [string]$Hosts
    )
    $session = Open-MfaStepSession -Run $Run -Module $Module
    $rehearsal = Join-Path -Path $script:MfaModulesFolder -ChildPath 'MfaServerRehearsal/MfaServerRehearsal.psd1'
    Invoke-Command -Session $session -ArgumentList $rehearsal, $Hosts, $Run.Request.host.name, $Run.Folder -ScriptBlock {
        param($rehearsal, $hosts, $name, $runFolder)
        Import-Module -Name $rehearsal
        Enter-MfaRehearsalHost -Hosts $hosts -Name $name -RunFolder $runFolder -Module (Get-Module -Name 'MfaServerUpgrade')
    }
    $session
}
