# Looks from inside the module that will run: each name that a stand-in answers for must lead to it there, before anything
# is called that could reach this computer.
function Assert-MfaStandInsInForce {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [System.Management.Automation.PSModuleInfo]$Module)
    foreach ($name in (Get-Module -Name MfaStandIns).ExportedFunctions.Keys) {
        $found = & $Module { param($name) Get-Command -Name $name } $name
        if ($found.ModuleName -ne 'MfaStandIns') {
            $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code RehearsalNotInForce -Category InvalidArgument -Target $name -Value $name))
        }
    }
}
