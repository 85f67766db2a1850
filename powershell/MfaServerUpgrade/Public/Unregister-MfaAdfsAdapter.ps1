function Unregister-MfaAdfsAdapter {
    <#
    .SYNOPSIS
    Takes the registration of an adapter out of the AD FS farm, once for all nodes.
    .DESCRIPTION
    Refuses the providers that AD FS brings itself, one that is still in the policy, and one that a rule names. Sources: SEED-A,
    UPG-AZ, HAM, GI12782, WID.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .PARAMETER Provider
    Name under which it is registered.
    .OUTPUTS
    The registered names before and after, and what AD FS said.
    .EXAMPLE
    Unregister-MfaAdfsAdapter -ComputerName fs01.contoso.example -Provider WindowsAzureMultiFactorAuthentication
    #>
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'Medium')]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_.-]{1,128}$')] [string]$Provider
    )
    Assert-MfaComputer -ComputerName $ComputerName
    Assert-MfaAdfsProviderOwn -Provider $Provider
    Assert-MfaAdfsWriter
    $before = @(Get-MfaAdfsProvider)
    $evidence = [pscustomobject]@{ ComputerName = $ComputerName; Changed = $false; Provider = $Provider; Before = $before; After = $before; Said = @() }
    if ($before -notcontains $Provider) {
        Write-Information -MessageData ('Nothing to do: {0} is not registered.' -f $Provider)
        return $evidence
    }
    Assert-MfaAdfsProviderUnused -Provider $Provider
    if (-not $PSCmdlet.ShouldProcess($ComputerName, "Unregister $Provider for the whole AD FS farm")) { return $evidence }
    $evidence.Said = @(Remove-MfaAdfsRegistration -Provider $Provider)
    $evidence.After = @(Get-MfaAdfsProvider)
    Assert-MfaAdfsRegistration -After $evidence.After -Wanted @($before | Where-Object -FilterScript { $_ -ne $Provider })
    $evidence.Changed = $true
    $evidence
}
