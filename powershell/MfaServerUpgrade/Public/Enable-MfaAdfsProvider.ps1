function Enable-MfaAdfsProvider {
    <#
    .SYNOPSIS
    Switches a provider of the AD FS farm on.
    .DESCRIPTION
    Puts exactly this name into the list of additional providers, in the place of the one that was switched off, by the list that was
    kept then; without that list, at its end. Refuses where anything else in the list has changed meanwhile. Sets the list as a
    whole, reads it back and compares. Sources: SEED-A, UPG-AZ, ADFSMFAW, WID.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .PARAMETER UpgradeId
    Upgrade that this belongs to.
    .PARAMETER Provider
    Name under which it is registered.
    .PARAMETER Replaced
    Name of the provider that was switched off before.
    .OUTPUTS
    The list before and after.
    .EXAMPLE
    Enable-MfaAdfsProvider -ComputerName fs01.contoso.example -UpgradeId 4f1c -Provider AzureMfaServerAuthentication -Replaced WindowsAzureMultiFactorAuthentication
    #>
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'Medium')]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$')] [string]$UpgradeId,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_.-]{1,128}$')] [string]$Provider,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_.-]{1,128}$')] [string]$Replaced
    )
    Assert-MfaComputer -ComputerName $ComputerName
    Assert-MfaAdfsWriter
    $name = Get-MfaAdfsProviderName -Provider $Provider
    $before = @(Get-MfaAdfsProviderList)
    $evidence = [pscustomobject]@{ ComputerName = $ComputerName; Changed = $false; Provider = $name; Before = $before; After = $before }
    if ($before -contains $name) {
        Write-Information -MessageData ('Nothing to do: {0} is on.' -f $name)
        return $evidence
    }
    $list = @(Get-MfaListWith -UpgradeId $UpgradeId -Provider $name -Replaced $Replaced -List $before)
    if (-not $PSCmdlet.ShouldProcess($ComputerName, "Switch $name on for the whole AD FS farm")) { return $evidence }
    Set-MfaAdfsProviderList -List $list -Read $before
    $evidence.After = @(Get-MfaAdfsProviderList)
    $evidence.Changed = $true
    $evidence
}
