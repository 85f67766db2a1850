# Looks from inside the module that will run: each name that a stand-in answers for must lead to it there, before anything
# is called that could reach this computer.
function Assert-MfaStandInsInForce {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [System.Management.Automation.PSModuleInfo]$Module)
    $names = @((Get-Module -Name MfaStandIns).ExportedFunctions.Keys)
    # Asked for all at once, because it is asked before each step.
    $found = @(& $Module { param($names) Get-Command -Name $names -ErrorAction SilentlyContinue } $names | Where-Object -Property ModuleName -EQ -Value 'MfaStandIns').Name
    foreach ($name in $names) {
        if ($found -notcontains $name) {
            $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code RehearsalNotInForce -Category InvalidArgument -Target $name -Value $name))
        }
    }
}
