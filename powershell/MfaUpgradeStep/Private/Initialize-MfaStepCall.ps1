# Loads the module, finds both functions and binds names to values; in a rehearsal the process then steps onto the
# simulated host. The functions are looked up again afterwards, because a rehearsal may have replaced one.
function Initialize-MfaStepCall {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [pscustomobject]$Run)
    $request = $Run.Request
    $module = Import-Module -Name (Join-Path -Path $script:MfaModulesFolder -ChildPath 'MfaServerUpgrade/MfaServerUpgrade.psd1') -PassThru
    $act = Resolve-MfaStepFunction -Module $module -Name $request.function
    $verify = Resolve-MfaStepFunction -Module $module -Name $request.verify
    $parameters = Get-MfaStepArgument -Parameters $request.parameters -Declared (Get-MfaStepParameterName -Function $act)
    $verifyDeclares = @(Get-MfaStepParameterName -Function $verify)
    $changes = $act.ScriptBlock.Attributes.Where({ $_ -is [System.Management.Automation.CmdletBindingAttribute] }).SupportsShouldProcess -contains $true
    $session = $null
    if ($request.mode -eq 'rehearsal') { $parameters, $session = Enter-MfaStepRehearsal -Run $Run -Module $module -Parameters $parameters }
    else { $session = Enter-MfaStepHost -Run $Run -Module $module }
    $always = @{ ComputerName = $request.host.name; InformationAction = 'Continue' }
    $verifyParameters = $always.Clone()
    $parameters.Keys | Where-Object -FilterScript { $verifyDeclares -contains $_ } | ForEach-Object -Process { $verifyParameters[$_] = $parameters[$_] }
    $always.Keys | ForEach-Object -Process { $parameters[$_] = $always[$_] }
    if ($changes) {
        # Neither preference crosses the border of a module by itself.
        $parameters['WhatIf'] = $request.whatIf
        $parameters['Confirm'] = $false
    }
    [pscustomobject]@{
        Act             = Resolve-MfaStepFunction -Module $module -Name $request.function
        ActArguments    = $parameters
        Verify          = Resolve-MfaStepFunction -Module $module -Name $request.verify
        VerifyArguments = $verifyParameters
        Session         = $session
    }
}
