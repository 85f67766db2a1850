# Finds both functions and binds names to values; in a rehearsal the process then steps onto the simulated host. The functions
# are looked up again afterwards, because a rehearsal may have replaced one.
function Initialize-MfaStepCall {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [pscustomobject]$Run)
    $request = $Run.Request
    $bound = Get-MfaStepBinding -Request $request
    $parameters = $bound.Parameters
    $verifyDeclares = @(Get-MfaStepParameterName -Function $bound.Verify)
    $changes = $bound.Act.ScriptBlock.Attributes.Where({ $_ -is [System.Management.Automation.CmdletBindingAttribute] }).SupportsShouldProcess -contains $true
    $session = $null
    if ($request.mode -eq 'rehearsal') { $parameters, $session = Enter-MfaStepRehearsal -Run $Run -Module $bound.Module -Parameters $parameters }
    else { $session = Enter-MfaStepHost -Run $Run -Module $bound.Module }
    $always = @{ ComputerName = $request.host.name; InformationAction = 'Continue' }
    $verifyParameters = $always.Clone()
    $parameters.Keys | Where-Object -FilterScript { $verifyDeclares -contains $_ } | ForEach-Object -Process { $verifyParameters[$_] = $parameters[$_] }
    $always.Keys | ForEach-Object -Process { $parameters[$_] = $always[$_] }
    if ($changes) {
        # Neither preference crosses the border of a module by itself.
        $parameters['WhatIf'] = $request.whatIf
        $parameters['Confirm'] = $false
    }
    # A session shows no window of a setup: what knows such a parameter leaves its start to a person on the host.
    if ($null -ne $session -and (Get-MfaStepParameterName -Function $bound.Act) -contains 'StartedByPerson') { $parameters['StartedByPerson'] = $true }
    [pscustomobject]@{
        Act             = Resolve-MfaStepFunction -Module $bound.Module -Name $request.function
        ActArguments    = $parameters
        Verify          = Resolve-MfaStepFunction -Module $bound.Module -Name $request.verify
        VerifyArguments = $verifyParameters
        Session         = $session
    }
}

# The functions of a request and the values for the first one. What the module does not know is refused here, on this
# computer, also where the step will run elsewhere.
function Get-MfaStepBinding {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [pscustomobject]$Request)
    # A bundle has brought the module along as text.
    $module = if ($script:MfaStepCarried) { Get-Module -Name 'MfaServerUpgrade' } else { Import-Module -Name (Join-Path -Path $script:MfaModulesFolder -ChildPath 'MfaServerUpgrade/MfaServerUpgrade.psd1') -PassThru }
    $act = Resolve-MfaStepFunction -Module $module -Name $Request.function
    $declared = @(Get-MfaStepParameterName -Function $act)
    # A look is the request of an act with its verifying function in place of it: what only the act takes is not for it.
    $isLook = $Request.function -ceq $Request.verify -and -not $Request.changes
    $given = [pscustomobject]@{}
    $Request.parameters.PSObject.Properties | Where-Object -FilterScript { -not $isLook -or $declared -contains $_.Name } |
        ForEach-Object -Process { $given | Add-Member -NotePropertyName $_.Name -NotePropertyValue $_.Value }
    # A reviewed config file is a parameter that no terminal shows, because it holds passwords.
    $content = Get-MfaStepMember -Object (Get-MfaStepMember -Object $Request -Name 'publication') -Name 'content'
    if ($content -is [string] -and $declared -contains 'Content') { $given | Add-Member -NotePropertyName 'Content' -NotePropertyValue $content -Force }
    [pscustomobject]@{
        Module     = $module
        Act        = $act
        Verify     = Resolve-MfaStepFunction -Module $module -Name $Request.verify
        Parameters = Get-MfaStepArgument -Parameters $given -Declared $declared
    }
}
